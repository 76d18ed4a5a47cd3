/** What a request says in → the view or place that it means, if it means one. */
import { EDITIONS } from "../base/language.ts";
import type { OpenRequest, Project, ViewName } from "./protocol.ts";

export function viewIn(query: URLSearchParams): ViewName | null {
  const issue = query.get("issue") ?? "";
  const edition = EDITIONS.find((name) => name === query.get("edition"));
  return edition ? { issue, edition, theme: query.get("theme") ?? "" } : null;
}

/** Names that the project has: nothing else ever becomes part of a path. */
export const isView = ({ issue, theme }: ViewName, project: Project): boolean =>
  project.issues.includes(issue) && (theme === "" || project.themes.includes(theme));

/** Whose file it is, is for the host to say. */
export function placeIn(body: string): OpenRequest | null {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const { file, line, column } = value as Readonly<Record<string, unknown>>;
  const counts = (number: unknown): number is number =>
    typeof number === "number" && Number.isInteger(number) && number >= 1 && number < 1e7;
  return typeof file === "string" && counts(line) && counts(column) ? { file, line, column } : null;
}
