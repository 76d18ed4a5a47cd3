import { expect, test } from "vitest";
import { proofOfSample } from "../../../test/proof-desk.ts";
import { countedList } from "./parity-sense.ts";

const told = (zh: string, en: string) =>
  proofOfSample({ zh, en }, [countedList]).map(({ expected }) => expected?.en);

test.each([
  ["教育部等17部门印发通知。", "The Ministry of Education and 17 other departments issued a notice.", "16"],
  [
    "教育部等十七部门印发通知。",
    "The Ministry of Education and seventeen other departments issued it.",
    "16",
  ],
  [
    "教育部、财政部等 17 个部门印发通知。",
    "The two ministries and 17 other government departments did.",
    "15",
  ],
])("%s %s", (zh, en, right) => expect(told(zh, en)).toEqual([right]));

test.each([
  ["教育部等17部门印发通知。", "The Ministry of Education and 16 other departments issued a notice."],
  ["教育部、财政部等17个部门印发通知。", "Education, Finance and 15 other departments issued a notice."],
  ["教育部、财政部等17个部门印发通知。", "The Ministry of Education and 16 other departments issued it."],
  ["教育部等17部门印发通知。", "Seventeen departments, led by Education, issued a notice."],
  ["教育部和其他17个部门印发通知。", "The Ministry of Education and 17 other departments issued it."],
  ["上海等 17 个城市参加。", "Shanghai and 17 other cities took part."],
  ["17个部门印发通知。", "A notice was issued by 17 departments."],
])("%s %s is right", (zh, en) => expect(told(zh, en)).toEqual([]));
