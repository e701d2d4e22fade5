/// Values by name, for tables that are made once and asked millions of times.
///
/// A dictionary guards against keys chosen to collide, which costs it more than all else it does; here
/// the keys are ours, and whoever asks for a name of his own finds an empty place.
struct ShortNameTable<Value: Sendable>: Sendable {
    private struct Slot {
        let name: ShortName
        let value: Value
    }

    /// As many as a power of two, half of them empty or more.
    private var slots: [Slot?]

    init(_ values: some Collection<(ShortName, Value)>) {
        var size = 16
        while size < values.count * 2 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for (name, value) in values {
            let index = place(of: name)
            precondition(slots[index] == nil, "a name stands once in its table")
            slots[index] = Slot(name: name, value: value)
        }
    }

    subscript(_ name: ShortName) -> Value? { slots[place(of: name)]?.value }

    // MARK: - Private

    /// Where the name is, or would be.
    private func place(of name: ShortName) -> Int {
        let last = slots.count - 1
        var index = name.scattered & last
        while let slot = slots[index], slot.name != name { index = (index + 1) & last }
        return index
    }
}
