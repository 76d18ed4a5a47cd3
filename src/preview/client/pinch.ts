/** The wheel with Ctrl, which is also how browsers tell of two fingers that are parted → how much larger the pages are to be, and about which point. */
import type { Point } from "./anchor.ts";
import { ZOOM_STEP } from "./zoom.ts";

export interface PinchHears {
  /** Once a frame at most. */
  zoomBy(factor: number, at: Point): void;
  /** The hand rests. */
  rested(): void;
}

/** A notch is at least so many CSS pixels; fingers move by fewer at a time. */
const NOTCH = 40;
/** Fingers that are parted to twice their distance are told as 100 × ln 2 pixels. */
const PARTED = 0.01;
/** Without a turn of the wheel for so long, ms, the hand rests. */
const REST = 180;

export function listenToPinches(element: HTMLElement, { zoomBy, rested }: PinchHears): void {
  let factor = 1;
  let frame = 0;
  let rest = 0;
  element.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      // The browser would enlarge the bars, and leave pages that fit the window as they are.
      event.preventDefault();
      const { deltaY, deltaMode, clientX: x, clientY: y } = event;
      const isNotch = deltaMode !== WheelEvent.DOM_DELTA_PIXEL || Math.abs(deltaY) >= NOTCH;
      factor *= isNotch ? ZOOM_STEP ** -Math.sign(deltaY) : Math.exp(-deltaY * PARTED);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        zoomBy(factor, { x, y });
        factor = 1;
      });
      clearTimeout(rest);
      rest = window.setTimeout(rested, REST);
    },
    { passive: false },
  );
}
