// What is drawn with: a canvas' context is a pen, and so is SvgPen. Whatever is on screen is
// drawn by the same code into a picture.

export type Pen = Pick<
  CanvasRenderingContext2D,
  | "beginPath" | "moveTo" | "lineTo" | "quadraticCurveTo" | "bezierCurveTo" | "arc" | "rect" | "closePath"
  | "fill" | "stroke" | "fillText" | "strokeText" | "fillRect" | "setLineDash" | "save" | "restore" | "translate" | "rotate"
> & {
  fillStyle: string | CanvasGradient | CanvasPattern;
  strokeStyle: string | CanvasGradient | CanvasPattern;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  lineJoin: CanvasLineJoin;
  lineCap: CanvasLineCap;
};
