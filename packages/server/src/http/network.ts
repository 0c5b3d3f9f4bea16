/** The network that an address stands for when tries and requests are counted. */
import { isIPv6 } from "node:net";

const GROUPS = 8;
/** What one subscriber of IPv6 gets at the least: whoever has it picks among 2^64 addresses. */
const COUNTED_GROUPS = 4;

/**
 * What to count an address by: an IPv4 address itself (also when it is written as IPv6), the /64 of an IPv6 address.
 * @param address as the socket or a trusted proxy tells it; what is no IPv6 address is returned as it is.
 */
export function networkOf(address: string): string {
  const [plain = ""] = address.split("%");
  if (!isIPv6(plain)) return address;
  const groups = groupsOf(plain);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 0xff])
      .join(".");
  const network = groups.slice(0, COUNTED_GROUPS).map((group) => group.toString(16));
  return `${network.join(":")}::/64`;
}

function groupsOf(address: string): number[] {
  const hexadecimal = address.replace(
    /(\d+)\.(\d+)\.(\d+)\.(\d+)$/,
    (_, a: string, b: string, c: string, d: string) =>
      `${(Number(a) * 256 + Number(b)).toString(16)}:${(Number(c) * 256 + Number(d)).toString(16)}`,
  );
  const [head = [], tail = []] = hexadecimal
    .split("::")
    .map((half) => (half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16))));
  return [...head, ...Array<number>(GROUPS - head.length - tail.length).fill(0), ...tail];
}
