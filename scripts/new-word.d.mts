export function newWord(edit: number): string;
