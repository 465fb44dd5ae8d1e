/** The part of a DOCX with its text: some programs number it. */
export const MAIN_PART = /^word\/document\d{0,3}\.xml$/i;
