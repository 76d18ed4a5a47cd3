import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { expect, test } from "vitest";
import { changeOver, draftIn } from "../scripts/change-over.mjs";
import { newsroom } from "./newsroom.ts";

const folder = () => newsroom().path("made");
const inside = (made: string) =>
  Object.fromEntries(
    readdirSync(made, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"))
      .filter((name) => statSync(`${made}/${name}`).isFile())
      .map((name) => [name, readFileSync(`${made}/${name}`, "utf8")]),
  );

test("the folder holds what is given and what is another's, and nothing else", async () => {
  const made = folder();
  await changeOver(
    made,
    [
      ["run.js", "#!/bin/sh\n"],
      ["a/one.js", "1"],
      ["b/c/two.js", "2"],
      ["none", ""],
    ],
    [],
  );
  for (const [name, text] of [
    ["kept/x", "x"],
    ["a/stray.js", ""],
  ] as const) {
    mkdirSync(`${made}/${name.slice(0, name.indexOf("/"))}`, { recursive: true });
    writeFileSync(`${made}/${name}`, text);
  }
  await changeOver(
    made,
    [
      ["run.js", "#!/bin/sh\n"],
      ["a/one.js", "one"],
    ],
    ["kept"],
  );
  expect(inside(made)).toEqual({ "run.js": "#!/bin/sh\n", "a/one.js": "one", "kept/x": "x" });
  expect(readdirSync(made).sort()).toEqual(["a", "kept", "run.js"]);
});

test.skipIf(process.platform === "win32")(
  "a text that begins with #! may be run, others may not",
  async () => {
    const made = folder();
    await changeOver(
      made,
      [
        ["run.js", "#!/bin/sh\n"],
        ["one.js", "1"],
      ],
      [],
    );
    expect(["run.js", "one.js"].map((name) => statSync(`${made}/${name}`).mode & 0o111)).toEqual([0o111, 0]);
  },
);

test("what has not changed is left as it is, and is never written into", async () => {
  const made = folder();
  const states = () =>
    ["a/one.js", "two.js"]
      .map((name) => statSync(`${made}/${name}`, { bigint: true }))
      .map(({ ino, mtimeNs }) => ({ ino, mtimeNs }));
  await changeOver(
    made,
    [
      ["a/one.js", "1"],
      ["two.js", "2"],
    ],
    [],
  );
  const first = states();
  await changeOver(
    made,
    [
      ["a/one.js", "1"],
      ["two.js", "two"],
    ],
    [],
  );
  const second = states();
  expect(second[0]).toEqual(first[0]);
  expect(second[1]!.ino).not.toBe(first[1]!.ino);
});

test("what another run is making stays; what a killed one left goes", async () => {
  const made = folder();
  const drafts = await Promise.all([draftIn(made), draftIn(made)]);
  const long = new Date(Date.now() - 7_200_000);
  utimesSync(drafts[1]!, long, long);
  await changeOver(made, [["one.js", "1"]], []);
  expect(drafts.map((draft) => existsSync(draft))).toEqual([true, false]);
});

test("runs at the same time end with the folder whole, which is whole at every moment", async () => {
  const made = folder();
  const files = (text: string) =>
    Array.from({ length: 20 }, (_, k) => [`part/${k}.js`, text.repeat(10_000)] as const);
  await changeOver(made, files("a"), []);
  const found = new Set<string>();
  let isOver = false;
  const look = async () => {
    while (!isOver) {
      for (const text of Object.values(inside(`${made}/part`)))
        found.add(`${text.length} ${[...new Set(text)].join("")}`);
      await new Promise(setImmediate);
    }
  };
  const looking = look();
  await Promise.all(["b", "b", "b"].map((text) => changeOver(made, files(text), [])));
  isOver = true;
  await looking;
  expect([...found].every((one) => ["10000 a", "10000 b"].includes(one))).toBe(true);
  expect(inside(made)).toEqual(Object.fromEntries(files("b")));
});
