import { Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, ReactNode } from "react";

type Anchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

function AnchorButton(props: ButtonProps & Anchor): ReactNode {
  return <Button component="a" {...props} />;
}

/** A link that looks like a button: takes `to`, `params` and `search` as Link does, and what Button takes. */
export const LinkButton = createLink(AnchorButton);
