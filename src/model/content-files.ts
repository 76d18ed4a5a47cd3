/** What the files of a content folder are called, seen from the folder. */

/** What all issues share. */
export const PUBLICATION_FILE = "publication.yaml";

export const issueFile = (issue: string): string => `${issue}.yaml`;

export const themeFile = (theme: string): string => `themes/${theme}.yaml`;
