/** What a pointer does on the timeline: it pans the ground, and drags chips that may be moved. */
import { type RefObject, useEffect, useRef } from 'react';

export interface Hands {
  readonly panBy: (dx: number, dy: number) => void;
  readonly zoomAt: (factor: number, clientX: number) => void;
  /** While a chip is dragged: where its left edge stands on the screen. */
  readonly onDrag: (chip: HTMLElement, clientLeft: number) => void;
  readonly onDrop: (chip: HTMLElement, clientLeft: number) => void;
  readonly onCancel: () => void;
}

/** A hand that trembles does not drag, in pixels. */
const thresholdPx = 6;
const wheelLinePx = 32;

export function useHands(body: RefObject<HTMLElement | null>, hands: Hands): void {
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    const element = body.current;
    if (element === null) return;
    let grip: Grip | null = null;

    const onDown = (event: PointerEvent) => {
      if (event.button !== 0 || grip !== null) return;
      const chip = (event.target as Element).closest<HTMLElement>('[data-chip]');
      const isMovable = chip !== null && chip.dataset.movable !== undefined;
      grip = {
        id: event.pointerId,
        startX: event.clientX,
        startY: event.clientY,
        x: event.clientX,
        y: event.clientY,
        chip: isMovable ? chip : null,
        left: chip?.getBoundingClientRect().left ?? 0,
        isMoving: false,
      };
    };
    const onMove = (event: PointerEvent) => {
      if (grip === null || event.pointerId !== grip.id) return;
      const { clientX, clientY } = event;
      const far = Math.hypot(clientX - grip.startX, clientY - grip.startY) > thresholdPx;
      if (!grip.isMoving && !far) return;
      if (!grip.isMoving) {
        grip.isMoving = true;
        element.setPointerCapture(event.pointerId);
        if (grip.chip === null) element.dataset.panning = '';
        else grip.chip.dataset.dragged = '';
      }
      if (grip.chip === null) {
        latest.current.panBy(grip.x - clientX, grip.y - clientY);
      } else {
        grip.chip.style.translate = `${clientX - grip.startX}px`;
        latest.current.onDrag(grip.chip, grip.left + clientX - grip.startX);
      }
      grip.x = clientX;
      grip.y = clientY;
    };
    const finish = (isDropped: boolean) => {
      if (grip === null) return;
      const { chip, isMoving, left, startX, x } = grip;
      grip = null;
      delete element.dataset.panning;
      if (!isMoving) return;
      // What was dragged is no click.
      element.addEventListener('click', stopOnce, { capture: true, once: true });
      setTimeout(() => element.removeEventListener('click', stopOnce, { capture: true }));
      if (chip === null) return;
      if (isDropped) latest.current.onDrop(chip, left + x - startX);
      else latest.current.onCancel();
      chip.style.translate = '';
      delete chip.dataset.dragged;
    };
    const onUp = (event: PointerEvent) => event.pointerId === grip?.id && finish(true);
    const onLost = (event: PointerEvent) => event.pointerId === grip?.id && finish(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && grip?.isMoving === true) finish(false);
    };
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        latest.current.zoomAt(Math.exp(-event.deltaY / 300), event.clientX);
        return;
      }
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelLinePx : 1;
      const [dx, dy] = event.shiftKey ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
      latest.current.panBy(dx * unit, dy * unit);
    };

    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onLost);
    element.addEventListener('wheel', onWheel, { passive: false });
    window.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onLost);
      element.removeEventListener('wheel', onWheel);
      window.removeEventListener('keydown', onKey);
    };
  }, [body]);
}

interface Grip {
  readonly id: number;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
  /** Null: the ground. */
  readonly chip: HTMLElement | null;
  /** Of the chip, when it was taken. */
  readonly left: number;
  isMoving: boolean;
}

function stopOnce(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
