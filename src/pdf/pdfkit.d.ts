/** pdfkit's own types lag behind it; what this program uses stands in kit.ts. */
declare module "pdfkit" {
  const PDFDocument: new (options: object) => unknown;
  export default PDFDocument;
}
