/// One form of a name, and what it can stand for.
package struct InflectedForm: Hashable, Sendable {
    package let form: String
    /// Number and case, as often as the form serves for several: `sg dat, sg loc`.
    package let features: String

    package init(form: String, features: String) {
        self.form = form
        self.features = features
    }
}
