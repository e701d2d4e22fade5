import Glibc

/// Decides when a name look-up of our own is worth it, to tell a missing name from a missing name
/// server.
///
/// A network that is down fails thousands of names; a few of them are looked up, and the rest are
/// believed.
struct NameChecks {
    private var running = 0
    /// Checks in a row that found no name server.
    private var unserved = 0

    enum Next {
        case ask
        case assume(isServed: Bool)
    }

    var next: Next {
        if unserved >= 3 { return .assume(isServed: false) }
        return running < 8 ? .ask : .assume(isServed: unserved == 0)
    }

    mutating func began() { running += 1 }

    mutating func ended(isServed: Bool) {
        running -= 1
        unserved = isServed ? 0 : unserved + 1
    }

    /// Some host has answered, so there is a network.
    mutating func noteAnswer() { unserved = 0 }
}

/// The system's own look-up of names, which blocks.
enum NameServers {
    /// - Returns: `false` if no server could answer for the name, or the one that is responsible for
    ///   it is out of order (EAI_AGAIN, getaddrinfo(3)).
    static func canSay(whereIs host: String) -> Bool {
        var found: UnsafeMutablePointer<addrinfo>?
        defer { unsafe freeaddrinfo(found) }
        return unsafe getaddrinfo(host, nil, nil, &found) != EAI_AGAIN
    }
}
