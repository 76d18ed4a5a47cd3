/** Roles of an imprint's entries, as faults name them → what is said of them, in both languages. */
import type { Wording } from "./wording.ts";

export const duplicateRole = (role: string): Wording => ({
  en: `the role “${role}” stands twice in the imprint; keep one of them`,
  zh: `版记里“${role}”写了两次；请只留一个`,
});

export const nearRole = (role: string, meant: string): Wording => ({
  en: `the role “${role}” makes a second entry of the imprint beside “${meant}”, with the same label; write ${meant} to replace that one`,
  zh: `“${role}”会在版记里另加一条，与“${meant}”名目相同；要替换那一条，请写 ${meant}`,
});
