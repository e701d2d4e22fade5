/// A macro that no query of its file calls, nor a macro that one calls.
package struct UnusedMacro: Hashable, Sendable {
    /// Without the `$`.
    package let name: String
    package let place: FileLocation

    package init(name: String, place: FileLocation) {
        self.name = name
        self.place = place
    }
}
