/** What the preview's server asks of the program that knows the project. */
import type {
  CursorPlace,
  Finding,
  Layer,
  LedPlace,
  OpenRequest,
  Project,
  SheetNews,
  ViewName,
} from "./protocol.ts";

export interface PreviewHost {
  project(): Project;
  /** The view's present state. */
  news(view: ViewName): Promise<SheetNews>;
  /** The file of a version that the news told of, null when it is too old; without a version that of the last good pages. */
  pdf(view: ViewName, version: string | null): Uint8Array | null;
  /** Of a version that the news told of; null when it is too old. */
  layer(view: ViewName, version: string): Promise<Layer | null>;
  /** What proofreading asks about in that version, which takes its time on a long issue; null when it is too old, or was set anew meanwhile. */
  proof(view: ViewName, version: string): Promise<readonly Finding[] | null>;
  /** Only for places in the project's own files. */
  open(place: OpenRequest): Promise<"opened" | "unknown-file" | "failed">;
  /**
   * What was saved in the file of the place is looked at anew.
   *
   * @returns The issue whose file it is, null within for one that all issues share; null for a file that no page is set from.
   */
  look(place: CursorPlace): { readonly issue: string | null } | null;
  /** Where a page that looks at the view is led; the view's news were asked for. */
  led(view: ViewName, place: CursorPlace): LedPlace;
}
