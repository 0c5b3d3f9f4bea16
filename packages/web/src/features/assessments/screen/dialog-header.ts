/** The head of a dialog is no banner of the page: Mantine draws it as a `header`, which assistive technology then lists. */
export const quietHeader = { header: { role: "presentation" } };
