extension Sequence {
    /// The first value that is not `nil` of what the elements are turned into, each of them once.
    ///
    /// `lazy.compactMap(…).first` would turn the element that it finds into its value twice.
    func firstNonNil<Value>(_ transform: (Element) -> Value?) -> Value? {
        for element in self {
            if let value = transform(element) { return value }
        }
        return nil
    }
}
