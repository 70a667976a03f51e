"""Which addresses are on the public net: an address in a document must not reach the machines around us."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from verbale.sources.reasons import unreadable

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
# Nets of the newer kind in whose numbers one of the older kind stands, and how far from the right: ::a.b.c.d, and NAT64's two.
_CARRYING = tuple(map(ipaddress.IPv6Network, ("::/96", "64:ff9b::/96", "64:ff9b:1::/48")))


def public(addresses: Sequence[str]) -> str:
    """The first address; refused unless all of them are public, as a name with an inside address among others is a trick.

    Raises:
        UnreadableError: ``unreachable`` where there is none, ``refused address``.
    """
    if not addresses:
        raise unreadable("unreachable", "its name has no address")
    for address in addresses:
        if not all(map(_is_public, _meant(ipaddress.ip_address(address.partition("%")[0])))):
            raise unreadable("refused address", f"{address} is not on the public net")
    return addresses[0]


def _is_public(number: Number) -> bool:
    return number.is_global and not number.is_multicast and not number.is_reserved


def _meant(number: Number) -> tuple[Number, ...]:
    """What an address stands for: ::ffff:127.0.0.1 and its like are judged as what they carry."""
    if isinstance(number, ipaddress.IPv4Address):
        return (number,)
    carried = number.ipv4_mapped or number.sixtofour
    if carried is None and any(number in net for net in _CARRYING):
        carried = ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)
    if number.teredo:
        return number.teredo
    return (number,) if carried is None else (carried,)
