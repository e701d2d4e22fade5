import Model

/// What requests of several hosts share, and only so many may use at once.
enum SharedResource: Hashable, Sendable {
    /// A server, whatever number of names lead to it.
    case address(NetworkAddress)
    /// The look-up of names.
    case nameLookup
}

/// Who uses what is shared, and which lines wait for it, oldest first.
struct SharedResources {
    typealias Line = HostSchedule.Line.ID

    private let limits: Limits
    private var uses: [SharedResource: Use] = [:]
    /// Those that were given back while lines waited for them; they take turns.
    private var offered: ArraySlice<SharedResource> = []

    /// How many requests may use each at once.
    struct Limits: Sendable {
        var address: Int
        var nameLookup = Self.threads

        /// libcurl looks up each name on a thread of its own, with a stack, two sockets to say that it
        /// is done and another to the name server: 1,000 new hosts must not be 1,000 threads.
        static let threads = 64
    }

    init(limits: Limits) {
        self.limits = limits
    }

    /// Whether there is room for one more who uses it.
    ///
    /// - Parameter hasWaited: longer than anybody else; others stand back behind those who wait.
    func mayUse(_ resource: SharedResource, hasWaited: Bool = false) -> Bool {
        guard let use = uses[resource] else { return true }
        return use.count < limit(of: resource) && (hasWaited || use.waiting.isEmpty)
    }

    mutating func take(_ resource: SharedResource) {
        uses[resource, default: Use()].count += 1
    }

    mutating func giveBack(_ resource: SharedResource) {
        uses[resource]?.count -= 1
        if uses[resource]?.isOver == true {
            uses[resource] = nil
        } else if uses[resource]?.waiting.isEmpty == false {
            offer(resource)
        }
    }

    mutating func wait(_ line: Line, for resource: SharedResource) {
        uses[resource, default: Use()].waiting.append(line)
    }

    /// Takes out the line that has waited longest for something there is room for now.
    mutating func nextToGoOn() -> Line? {
        while let resource = offered.popFirst() {
            uses[resource]?.isOffered = false
            guard mayUse(resource, hasWaited: true), let line = uses[resource]?.waiting.popFirst()
            else {
                continue
            }
            if uses[resource]?.waiting.isEmpty == false { offer(resource) }
            if uses[resource]?.isOver == true { uses[resource] = nil }
            return line
        }
        return nil
    }

    // MARK: - Private

    private struct Use {
        var count = 0
        var waiting: ArraySlice<Line> = []
        var isOffered = false

        var isOver: Bool { count == 0 && waiting.isEmpty }
    }

    private func limit(of resource: SharedResource) -> Int {
        switch resource {
        case .address: limits.address
        case .nameLookup: limits.nameLookup
        }
    }

    private mutating func offer(_ resource: SharedResource) {
        guard uses[resource]?.isOffered == false else { return }
        uses[resource]?.isOffered = true
        offered.append(resource)
    }
}
