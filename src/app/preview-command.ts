/** `shuanglan preview`: a content folder in → its pages in the browser, following every save. */
import { MISSING } from "../preview/answers.ts";
import { type Preview, startPreview } from "../preview/server.ts";
import { seconds } from "./count.ts";
import { Desk } from "./desk.ts";
import { editorCall, startEditor } from "./editor.ts";
import { codeOf, EnvironmentError, interrupted, now, readFile } from "./effects.ts";
import { makeKnown } from "./known-previews.ts";
import { tellNoIssues } from "./no-issues.ts";
import { err, errLines, out } from "./output.ts";
import { DeskHost, type Proofread } from "./preview-host.ts";
import { Refusals } from "./refusals.ts";
import { shippedFile } from "./sources.ts";
import { say } from "./speech.ts";
import { STATUS } from "./status.ts";
import { tellBug } from "./tell-bug.ts";
import { watchDesk } from "./watching.ts";

export interface PreviewRequest {
  /** The issue to begin with; null for the newest. */
  readonly issue: string | null;
  readonly content: string;
  readonly theme: string | null;
  /** 0 for any that is free; null for the usual one, or any if that is taken. */
  readonly port: number | null;
  /** Shows the page in the browser at once. */
  readonly open: boolean;
  /** Command that opens the editor; null leaves it to `vscode://` links. */
  readonly editor: string | null;
  /** Where it makes itself known to `shuanglan show`; null for nowhere. */
  readonly known: string | null;
  /** What marks the pages are given; null for none. */
  readonly proofread: Proofread | null;
}

const TYPES: Readonly<Record<string, string>> = {
  "/": "text/html; charset=utf-8",
  [MISSING]: "text/html; charset=utf-8",
  "/preview.js": "text/javascript; charset=utf-8",
  "/preview.css": "text/css; charset=utf-8",
  "/icon.svg": "image/svg+xml",
  "/pdf.worker.js": "text/javascript; charset=utf-8",
};

/** The page's own files, as they ship with the program. */
function pageAssets() {
  return new Map(
    Object.entries(TYPES).map(([path, type]) => {
      const name = path === "/" ? "/index.html" : path;
      const bytes = readFile(shippedFile(`dist/preview${name}`));
      if (!bytes) throw new Error(`dist/preview${name} is missing from the program`);
      return [path, { type, bytes }] as const;
    }),
  );
}

/**
 * @param ended Waits for the end of the preview, by default until the user interrupts it. Asked once it runs: the
 *   waiting keeps the program running, and one that can not begin has to end.
 * @param show Told the address.
 */
export async function preview(
  request: PreviewRequest,
  ended: () => Promise<void> = interrupted,
  show: (url: string) => void = out,
): Promise<number> {
  const desk = new Desk(request.content);
  const issues = desk.issues();
  if (issues.length === 0) {
    tellNoIssues(request.content);
    return STATUS.content;
  }
  if (request.issue !== null && !issues.includes(request.issue)) {
    errLines({
      en: `there is no issue ${request.issue}; there are ${issues.join(", ")}`,
      zh: `没有 ${request.issue} 这一期；现有 ${issues.join("、")}`,
    });
    return STATUS.content;
  }
  const refusals = new Refusals();
  const host = new DeskHost(desk, request.editor, request.proofread, (error) => refusals.tell(error));
  const tellFault = (error: unknown): void => {
    if (error instanceof EnvironmentError) refusals.tell(error);
    else tellBug(error);
  };
  const server = await listen(host, request.port, tellFault);
  const over = ended();
  const watching = watchDesk(desk, () => {
    refusals.begin();
    refusals.attempt(() => server.refresh()).catch(tellFault);
  });
  await watching.ready;
  const issue = request.issue ?? issues.at(-1)!;
  const view = new URLSearchParams({ issue, ...(request.theme ? { theme: request.theme } : {}) });
  const url = `${server.url}#${view}`;
  const forget = knownBy(request, server);
  show(url);
  err(say("Ctrl+C ends the preview", "按 Ctrl+C 结束预览"));
  if (request.open)
    await startEditor(
      editorCall(BROWSER[process.platform] ?? "xdg-open {file}", { file: url, line: 1, column: 1 }),
    );
  const start = now();
  await host.news({ issue, edition: "bilingual", theme: request.theme ?? "" });
  err(`${issue}  ${seconds(now() - start)}`);
  await over;
  forget();
  await watching.close();
  await server.close();
  return STATUS.done;
}

/** @returns Ends it. */
function knownBy({ known, content }: PreviewRequest, { url, key }: Preview): () => void {
  if (known === null) return () => {};
  const forget = makeKnown(known, { content, url, key });
  if (forget) return forget;
  err(
    say(
      `shuanglan show will not find this preview: ${known} cannot be written to`,
      `shuanglan show 找不到这个预览：${known} 无法写入`,
    ),
  );
  return () => {};
}

const USUAL_PORT = 4400;

async function listen(
  host: DeskHost,
  port: number | null,
  failed: (error: unknown) => void,
): Promise<Preview> {
  const assets = pageAssets();
  try {
    return await startPreview(host, assets, port ?? USUAL_PORT, failed);
  } catch (error) {
    const code = codeOf(error);
    if (port === null && code === "EADDRINUSE") return startPreview(host, assets, 0, failed);
    throw new EnvironmentError(`127.0.0.1:${port ?? USUAL_PORT}`, code);
  }
}

/** Programs that show an address in the user's browser. */
const BROWSER: Readonly<Record<string, string>> = {
  darwin: "open {file}",
  win32: "rundll32 url.dll,FileProtocolHandler {file}",
};
