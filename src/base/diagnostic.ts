/** Faults that an editor can fix, as values. Wording stands in src/app/describe.ts. */
import type { Span } from "./span.ts";

export type Severity = "error" | "warning";
