/// Writes encoded parts as JSON: properties by name, laid out as Foundation lays it out.
struct JSONWriter {
    private let json: EncodedJSON
    private let isPretty: Bool
    /// The place of each name in their order.
    private let ranks: [Int]
    private(set) var bytes: [UInt8] = []

    init(_ json: EncodedJSON, isPretty: Bool) {
        self.json = json
        self.isPretty = isPretty
        let names = json.names
        var ranks = Array(repeating: 0, count: names.count)
        let order = names.indices.sorted { names[$0].lexicographicallyPrecedes(names[$1]) }
        for (rank, name) in order.enumerated() { ranks[name] = rank }
        self.ranks = ranks
        bytes.reserveCapacity(2 * json.scalars.count)
        write(json.value, depth: 0)
    }

    // MARK: - Private

    private mutating func write(_ value: EncodedContainer.Value, depth: Int) {
        switch value {
        case .scalar(let range): bytes.append(contentsOf: json.scalars[range])
        case .container(let container): write(container, depth: depth)
        case .nothing: write(EncodedContainer(isObject: true), depth: depth)
        }
    }

    private mutating func write(_ container: EncodedContainer, depth: Int) {
        let values = container.values
        bytes.append(container.isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        // One without values is laid out over two lines as well.
        beginLine(depth: values.isEmpty ? nil : depth + 1)
        if container.isObject {
            write(values, names: container.names, depth: depth + 1)
        } else {
            for place in values.indices {
                if place > 0 { separate(depth: depth + 1) }
                write(values[place], depth: depth + 1)
            }
        }
        beginLine(depth: depth)
        bytes.append(container.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    private mutating func write(_ values: [EncodedContainer.Value], names: [Int], depth: Int) {
        var properties: [(rank: Int, place: Int)] = []
        properties.reserveCapacity(names.count)
        for place in names.indices { properties.append((ranks[names[place]], place)) }
        properties.sort { $0.rank < $1.rank }
        for number in properties.indices {
            let place = properties[number].place
            if number > 0 { separate(depth: depth) }
            bytes.append(contentsOf: json.names[names[place]])
            bytes.append(contentsOf: isPretty ? Self.prettyColon : Self.colon)
            write(values[place], depth: depth)
        }
    }

    private mutating func separate(depth: Int) {
        bytes.append(UInt8(ascii: ","))
        beginLine(depth: depth)
    }

    /// - Parameter depth: `nil` for a line with nothing in it.
    private mutating func beginLine(depth: Int?) {
        guard isPretty else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * (depth ?? 0)))
    }

    private static let colon = Array(":".utf8)
    private static let prettyColon = Array(" : ".utf8)
}
