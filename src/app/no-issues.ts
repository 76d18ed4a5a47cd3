/** A content folder without an issue in → what the terminal says of it, and of files that their names keep from being read. */

import { errLines } from "./output.ts";
import { sourcesAt } from "./sources.ts";
import { strayFault } from "./strays.ts";
import { tell } from "./tell.ts";
import { noIssues } from "./wording.ts";

export function tellNoIssues(content: string): void {
  errLines(noIssues(content));
  tellStrays(content);
}

export const tellStrays = (content: string): void =>
  tell(sourcesAt(content).strays.map(strayFault), () => null);
