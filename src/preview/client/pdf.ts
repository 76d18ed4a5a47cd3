/** The bytes of a PDF in → its pages as pictures. */
import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
} from "pdfjs-dist/legacy/build/pdf.mjs";

GlobalWorkerOptions.workerSrc = "/pdf.worker.js";

/** One worker reads all versions: it is warm when the next one comes. */
const worker = new PDFWorker();

/** Pixels of the largest picture of a page; a higher zoom shows it magnified. */
const LARGEST = 24e6;

export class Pdf {
  readonly #document: PDFDocumentProxy;

  private constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** @param data Handed over to the worker. */
  static async open(data: ArrayBuffer): Promise<Pdf> {
    const { promise } = getDocument({
      data,
      worker,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    });
    return new Pdf(await promise);
  }

  /**
   * @param number From 1. @param scale Pixels to a point.
   * @param signal Ends a picture that is no longer wanted; the promise is then rejected.
   */
  async picture(number: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    const page = await this.#document.getPage(number);
    signal.throwIfAborted();
    const whole = page.getViewport({ scale: 1 });
    const most = Math.sqrt(LARGEST / (whole.width * whole.height));
    const viewport = page.getViewport({ scale: Math.min(scale, most) });
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    // Text and rules are drawn faster than they are sent to a graphics card and back.
    const canvasContext = canvas.getContext("2d", { alpha: false, willReadFrequently: true })!;
    const task = page.render({ canvas: null, canvasContext, viewport, background: "#ffffff" });
    const stop = () => task.cancel();
    signal.addEventListener("abort", stop);
    try {
      await task.promise;
    } finally {
      signal.removeEventListener("abort", stop);
    }
    return canvas;
  }

  close(): void {
    void this.#document.loadingTask.destroy();
  }
}
