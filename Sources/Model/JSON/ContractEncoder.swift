/// Gathers what values encode of themselves, for `EncodedJSON` to write.
///
/// Foundation's encoder makes an object of every number and turns every key into snake_case anew,
/// which was a tenth of what a run took.
struct ContractEncoder: Encoder {
    let json: EncodedJSON
    /// The container in which the value has its place.
    let parent: EncodedContainer
    let place: Int

    let codingPath: [any CodingKey] = []
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(
            KeyedPart(json: json, container: parent.container(at: place, isObject: true)))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        UnkeyedPart(json: json, container: parent.container(at: place, isObject: false))
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SinglePart(json: json, parent: parent, place: place)
    }
}

/// One generic method answers for every type that a container may be given.
private struct KeyedPart<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let json: EncodedJSON
    let container: EncodedContainer

    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {
        json.putNull(container, at: place(of: key))
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try json.put(value, container, at: place(of: key))
    }

    func nestedContainer<Other>(keyedBy type: Other.Type, forKey key: Key)
        -> KeyedEncodingContainer<Other>
    {
        encoder(at: place(of: key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        encoder(at: place(of: key)).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        encoder(at: container.add(json.name(ofKey: "super")))
    }

    func superEncoder(forKey key: Key) -> any Encoder { encoder(at: place(of: key)) }

    private func place(of key: Key) -> Int { container.add(json.name(ofKey: key.stringValue)) }

    private func encoder(at place: Int) -> ContractEncoder {
        ContractEncoder(json: json, parent: container, place: place)
    }
}

private struct UnkeyedPart: UnkeyedEncodingContainer {
    let json: EncodedJSON
    let container: EncodedContainer

    var codingPath: [any CodingKey] { [] }
    var count: Int { container.values.count }

    func encodeNil() { json.putNull(container, at: container.add()) }

    func encode<Value: Encodable>(_ value: Value) throws {
        try json.put(value, container, at: container.add())
    }

    func nestedContainer<Key>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        encoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { encoder().unkeyedContainer() }

    func superEncoder() -> any Encoder { encoder() }

    private func encoder() -> ContractEncoder {
        ContractEncoder(json: json, parent: container, place: container.add())
    }
}

private struct SinglePart: SingleValueEncodingContainer {
    let json: EncodedJSON
    let parent: EncodedContainer
    let place: Int

    var codingPath: [any CodingKey] { [] }

    func encodeNil() { json.putNull(parent, at: place) }

    func encode<Value: Encodable>(_ value: Value) throws { try json.put(value, parent, at: place) }
}
