/** `shuanglan show`: a place in a file of the content → the previews that run for it, led there. */

import { request } from "node:http";
import { dirname, join, relative, sep } from "node:path";
import { PUBLICATION_FILE } from "../model/content-files.ts";
import type { CursorPlace } from "../preview/protocol.ts";
import { isSame, seal } from "../preview/seal.ts";
import { isFile, staysInside } from "./effects.ts";
import { type KnownPreview, knownPreviews, trueFile } from "./known-previews.ts";
import { lateCrypto } from "./late-crypto.ts";
import { err, errLines } from "./output.ts";
import { quoted } from "./quoted.ts";
import { shown } from "./sources.ts";
import { say } from "./speech.ts";
import { STATUS } from "./status.ts";

export interface ShowRequest {
  readonly file: string;
  /** From 1, both. */
  readonly line: number;
  readonly column: number;
  /** Where previews make themselves known; null for nowhere. */
  readonly known: string | null;
}

export async function show({ file, line, column, known }: ShowRequest): Promise<number> {
  if (!isFile(file)) {
    errLines({ en: `there is no file ${shown(file)}`, zh: `没有 ${shown(file)} 这个文件` });
    return STATUS.content;
  }
  const path = trueFile(file);
  const told: Told[] = [];
  for (const preview of known === null ? [] : knownPreviews(known)) {
    const within = relative(preview.content, path);
    if (!staysInside(within)) continue;
    told.push(await tell(preview, { file: within.split(sep).join("/"), line, column }));
  }
  const heard = told.filter((one) => one !== "gone");
  if (heard.some((one) => one === "led")) return STATUS.done;
  const waiting = heard.find((one) => typeof one === "object");
  if (waiting) {
    const { url } = waiting;
    err(
      say(
        `no page of the preview is in sight; the next one goes there: ${url}`,
        `预览的页面不在眼前；打开后即转到该处：${url}`,
      ),
    );
    return STATUS.done;
  }
  errLines(heard.length > 0 ? notOnPages(file) : notRunning(file));
  return STATUS.content;
}

const notOnPages = (file: string) => ({
  en: `the preview sets no page from ${shown(file)}; name a file of an issue, or publication.yaml`,
  zh: `预览的版面不用 ${shown(file)}；请写某一期的文件，或 publication.yaml`,
});

function notRunning(file: string) {
  const above = [dirname(file), dirname(dirname(file))];
  const content = shown(above.find((folder) => isFile(join(folder, PUBLICATION_FILE))) ?? above[0]!);
  const command = `shuanglan preview${content === "content" ? "" : ` --content ${quoted(content)}`}`;
  return {
    en: `no preview of ${shown(file)} is running; start one: ${command}`,
    zh: `没有正在运行的预览在看 ${shown(file)}；请先启动：${command}`,
  };
}

/** Pages of it were led there; none of its pages is in sight; it sets none from the file; or it is none at all. */
type Told = "led" | { readonly url: string } | "not-on-pages" | "gone";

/** A port may be another program's by now: nothing is said before the answer shows that it is the preview's still. */
async function tell({ url, key }: KnownPreview, place: CursorPlace): Promise<Told> {
  const asked = lateCrypto().randomBytes(24).toString("base64url");
  const here = await ask(`${url}api/here?ask=${asked}`);
  if (here?.status !== 200 || !isSame(here.body, seal(key, "here", asked))) return "gone";
  const said = JSON.stringify(place);
  const answer = await ask(`${url}api/show`, {
    origin: url.slice(0, -1),
    said,
    seal: seal(key, "show", said),
  });
  if (!answer) return "gone";
  if (answer.status !== 200) return "not-on-pages";
  return (JSON.parse(answer.body) as { readonly pages: number }).pages > 0 ? "led" : { url };
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** It may be in the middle of setting a long issue, ms. */
const PATIENCE = 20_000;
/** Bytes; no answer of a preview to these questions is as long. */
const LONGEST = 1024;

/**
 * By Node's own part for HTTP: `fetch` takes as long to be loaded as all else that this command does, and editors may ask at
 * every move of their cursors.
 *
 * @returns Null where nobody answers, or at such length that it is somebody else.
 */
function ask(
  url: string,
  post?: { readonly origin: string; readonly said: string; readonly seal: string },
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const headers = post && {
      Origin: post.origin,
      "Content-Type": "application/json",
      "X-Shuanglan-Token": post.seal,
    };
    const asking = request(url, {
      method: post ? "POST" : "GET",
      agent: false,
      signal: AbortSignal.timeout(PATIENCE),
      ...(headers ? { headers } : {}),
    });
    asking.on("error", () => resolve(null));
    asking.on("response", (response) => {
      let body = "";
      response.setEncoding("latin1");
      response.on("data", (piece: string) => {
        body += piece;
        if (body.length > LONGEST) response.destroy();
      });
      response.on("error", () => resolve(null));
      response.on("close", () => resolve(response.complete ? { status: response.statusCode!, body } : null));
    });
    asking.end(post?.said);
  });
}
