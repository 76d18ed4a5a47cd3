/** Objects in → a whole PDF that another program could have made, nothing in it packed. */

/** @param objects The first is the catalog. @param about More entries of the trailer. */
export function plainPdf(objects: readonly string[], about = ""): Buffer {
  let file = "%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n";
  const offsets = objects.map((object, k) => {
    const at = file.length;
    file += `${k + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  const trailer = `trailer\n<</Size ${size}/Root 1 0 R${about}>>\n`;
  return Buffer.from(`${file}${table}${trailer}startxref\n${file.length}\n%%EOF\n`, "latin1");
}
