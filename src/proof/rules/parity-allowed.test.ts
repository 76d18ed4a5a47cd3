import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { parityAllowed } from "./parity-allowed.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [parityAllowed]).map(({ message }) => message.en);

test.each([
  ["企业不得收取费用。", "Enterprises may charge fees.", "may"],
  ["严禁泄露数据。", "Data can be disclosed.", "can"],
  ["个人不准入内。", "Individuals are allowed to enter.", "are allowed to"],
  ["逾期不予受理。", "Late applications will be accepted.", "will be accepted"],
  ["学费不予退还。", "Fees shall be refunded.", "shall be refunded"],
  ["各地不得新设壁垒。", "Localities may set up new barriers.", "may"],
])("%s %s", (zh, en, leave) => expect(told(zh, en).join()).toContain(`English allows (“${leave}”)`));

test.each([
  ["企业不得收取费用。", "Enterprises may not charge fees."],
  ["企业不得收取费用。", "Enterprises can't charge fees."],
  ["企业不得收取费用。", "Enterprises may charge fees only where the law says so."],
  ["企业不得收取费用。", "Charging is banned, but donations can be taken."],
  ["企业不得收取费用。", "Enterprises must work free of charge and can take donations."],
  ["企业不得收取费用。", "No fees can be charged."],
  ["企业不得收取费用。", "Enterprises should charge nothing."],
  ["企业不得不收取费用。", "Enterprises can but charge fees."],
  ["费用不得超过 5%。", "Fees may amount to 5%."],
  ["期限不得少于 30 天。", "The term can be 30 days."],
  ["这是迫不得已的选择。", "The choice can be understood."],
  ["不得已而为之，各方理解。", "It was done for want of a choice, which can be understood."],
  ["数据不准确，要修改。", "The data is wrong and may be changed."],
  ["企业不得入内，个人可以。", "Individuals may enter; enterprises stay outside."],
  ["不得擅自变更，确需变更的可申请。", "Changes may be made upon approval."],
  ["列车不准时。", "Trains may be late."],
  ["任何单位不得干预。", "Nobody may interfere."],
  ["未经许可不得转载。", "It may be reprinted with permission."],
  ["除急救外不得鸣笛。", "Horns may be used in an emergency."],
  ["逾期不予受理。", "Late applications will not be accepted."],
  ["逾期不予受理，结果将公布。", "Late applications will be turned down; results can be seen online."],
  ["了不得的成就。", "Great things can be seen."],
  ["不得而知的事。", "What is in the dark can be studied."],
  ["不得泄露数据。", "Data may under no circumstances be disclosed."],
  ["不得在五月开工。", "Work is to begin later than in May."],
])("%s %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
