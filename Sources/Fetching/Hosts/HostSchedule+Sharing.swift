// Where several crawlers share the hosts: a line is asked for before it is asked anything, and given
// back when nothing of it is left.

extension HostSchedule {
    /// Lets a line be asked until its permit ends.
    ///
    /// One that is open already stays so for longer; its own pause goes on.
    mutating func open(_ line: Line.ID, _ permit: HostPermit, at now: Instant) {
        guard case .wanted = self[access: line] else {
            if case .open = self[access: line] { self[access: line] = .open(until: permit.end) }
            return
        }
        self[access: line] = .open(until: permit.end)
        hold(line, until: permit.notBefore, at: now)
        noteIfIdle(line)
        enlist(line, at: now)
    }

    /// What has become wanted or finished since this was last asked.
    ///
    /// Whether a line is finished is decided here and not when its last request ends, because that may
    /// be followed at once by one more, to where it was redirected.
    mutating func takeWishes(at now: Instant) -> [HostWish] {
        guard !wanted.isEmpty || !perhapsIdle.isEmpty || !slowed.isEmpty else { return [] }
        var wishes: [HostWish] = []
        for (line, pause) in slowed {
            if case .host(let name) = self[line] { wishes.append(.slowed(name, pause: pause)) }
        }
        for line in wanted {
            if case .host(let name) = self[line] { wishes.append(.wanted(name)) }
        }
        for line in perhapsIdle {
            guard case .host(let name) = self[line], case .open = self[access: line],
                isIdle(line)
            else { continue }
            self[access: line] = .closed
            let left = pauseEnd(of: line).map { max($0 - now, .zero) } ?? .zero
            wishes.append(.done(name, pauseLeft: left))
        }
        wanted = []
        perhapsIdle = []
        slowed = [:]
        return wishes
    }

    /// Whether the line may be asked; where it may not, it is asked for.
    mutating func isOpen(_ line: Line.ID, at now: Instant) -> Bool {
        switch self[access: line] {
        case let access where access.isOpen(at: now): return true
        case .wanted: return false
        case .own, .closed, .open:
            self[access: line] = .wanted
            wanted.append(line)
            return false
        }
    }

    mutating func noteIfIdle(_ line: Line.ID) {
        guard case .open = self[access: line], isIdle(line) else { return }
        perhapsIdle.append(line)
    }
}
