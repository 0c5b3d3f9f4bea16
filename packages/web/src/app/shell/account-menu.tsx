import { UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconLogout, IconUser } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api, take } from "../../api/client.js";
import { Dropdown, DropdownItem } from "../../shared/dropdown.js";
import { notice } from "../../shared/notice.js";
import { problemText } from "../../shared/problem-text.js";
import { useSession } from "../../shared/session.js";
import { useText } from "../../shared/text.js";
import classes from "./shell.module.css";

/** The first letters of the last two words of a name: "Văn phòng Sở" is "PS". */
function initialsOf(name: string): string {
  return name
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}

/** Who is signed in, the way to their own page and the way out. */
export function AccountMenu(): ReactNode {
  const say = useText();
  const navigate = useNavigate();
  const { account } = useSession();
  const signOut = useMutation({
    mutationFn: () => take(api.DELETE("/session")),
    // Everything read for this account leaves the memory with the page.
    onSuccess: async () => {
      const kept = await import("../../api/kept-copy.js").catch(() => null);
      await kept?.forgetKept();
      window.location.assign("/sign-in");
    },
    onError: (error) => notice(problemText(error, say).title),
  });
  return (
    <Dropdown
      title={account.displayName}
      trigger={(props) => (
        <UnstyledButton
          className={classes.account}
          aria-label={say("app.accountOf", { name: account.displayName })}
          {...props}
        >
          <span className={classes.initials} aria-hidden>
            {initialsOf(account.displayName)}
          </span>
          <span className={classes.accountName}>{account.displayName}</span>
          <IconChevronDown size={16} stroke={1.5} aria-hidden className={classes.accountName ?? ""} />
        </UnstyledButton>
      )}
    >
      <DropdownItem icon={IconUser} onClick={() => void navigate({ to: "/account" })}>
        {say("sessions.title")}
      </DropdownItem>
      <DropdownItem icon={IconLogout} onClick={() => signOut.mutate()}>
        {say("app.signOut")}
      </DropdownItem>
    </Dropdown>
  );
}
