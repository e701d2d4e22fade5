/// A day on which a team does not work, whatever day of the week it is.
package struct Holiday: Hashable, Sendable {
    /// `nil` for the same day of every year.
    package let year: Int?
    package let month: Int
    package let day: Int

    package init(year: Int? = nil, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}
