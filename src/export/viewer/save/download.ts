// Hands a file to the reader.

export function download(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

// A name for files from the page's title.
export function fileName(title: string, extension: string): string {
  const words = title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
  return `${words.slice(0, 6).join("-") || "whom"}.${extension}`;
}
