# SPDX-License-Identifier: MIT
"""A screen reader in a process of its own: reads the board over the accessibility bus (AT-SPI).

usage: screen_reader.py LIST; prints one line of JSON with what it reads, "ready", and then with
what it hears. It runs under the system's Python, whose library this is; nothing of the studio.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402 - only after the version is chosen

PATIENCE = 8


def studio():
    """Return the studio's window on the desktop; it comes a while after it is started."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            found = desktop.get_child_at_index(place)
            if found is not None and found.get_child_count():
                return found
        time.sleep(0.1)
    sys.exit("the studio is not on the bus")


def every(node):
    """Yield a node and all below it."""
    yield node
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from every(child)


def told(line):
    """Print one line of JSON."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main(wanted):
    """Read the list of a section, then listen."""
    nodes = list(every(studio()))
    section = next(node for node in nodes if node.get_name() == wanted)
    cards = [section.get_child_at_index(n) for n in range(section.get_child_count())]
    told(
        {
            "role": section.get_role_name(),
            "cards": [[c.get_role_name(), c.get_name(), c.get_description()] for c in cards],
            "nodes": len(nodes),
            "buttons": sum(node.get_role() == Atspi.Role.PUSH_BUTTON for node in nodes),
            "nameless": [
                node.get_role_name()
                for node in nodes
                if node.get_state_set().contains(Atspi.StateType.FOCUSABLE)
                and node.get_state_set().contains(Atspi.StateType.SHOWING)
                and not node.get_name()
            ],
        }
    )
    loop, heard = GLib.MainLoop(), []

    def hear(event, *_data):
        heard.append(event.any_data)
        loop.quit()

    listener = Atspi.EventListener.new(hear, None)
    listener.register("object:announcement")
    GLib.timeout_add(100, told, "ready")
    GLib.timeout_add_seconds(PATIENCE, loop.quit)
    loop.run()
    listener.deregister("object:announcement")
    told({"heard": heard})


if __name__ == "__main__":
    main(sys.argv[1])
