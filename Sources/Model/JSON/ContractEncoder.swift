/// Hands what a value encodes of itself to `JSONWriter`.
///
/// Foundation's encoder makes an object of every number and turns every key into snake_case anew, which
/// took a tenth of a run's time. This one writes each part at once, so a list or an object inside
/// another must be complete before the next value is encoded.
struct ContractEncoder: Encoder {
    let json: JSONWriter
    /// How many lists and objects the value is inside of.
    let depth: Int

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(
            KeyedPart(json: json, place: json.open(at: depth, isObject: true)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedPart(json: json, place: json.open(at: depth, isObject: false))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { SinglePart(json: json) }
}

/// One generic method answers for every type that a container may be given.
private struct KeyedPart<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let json: JSONWriter
    let place: JSONText.Place

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        begin(key)
        json.putNull()
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        begin(key)
        try json.put(value)
    }

    func nestedContainer<Other>(keyedBy type: Other.Type, forKey key: Key)
        -> KeyedEncodingContainer<Other>
    {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        json.beginValue(ofKey: "super", of: place)
        return ContractEncoder(json: json, depth: place.depth + 1)
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        begin(key)
        return ContractEncoder(json: json, depth: place.depth + 1)
    }

    private func begin(_ key: Key) { json.beginValue(ofKey: key.stringValue, of: place) }
}

private struct UnkeyedPart: UnkeyedEncodingContainer {
    let json: JSONWriter
    let place: JSONText.Place

    var codingPath: [any CodingKey] { [] }
    var count: Int { json.count(of: place) }

    func encodeNil() {
        json.beginValue(of: place)
        json.putNull()
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        json.beginValue(of: place)
        try json.put(value)
    }

    func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        superEncoder().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        json.beginValue(of: place)
        return ContractEncoder(json: json, depth: place.depth + 1)
    }
}

private struct SinglePart: SingleValueEncodingContainer {
    let json: JSONWriter

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { json.putNull() }

    func encode<Value: Encodable>(_ value: Value) throws { try json.put(value) }
}
