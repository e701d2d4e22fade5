package import Foundation

/// The period that a notice covers: later than `after`, up to and including `through`.
///
/// The next one of the same rule begins where it ends, so that nothing is left out or told twice.
package struct NoticeWindow: Hashable, Sendable {
    package let after: Date
    package let through: Date

    package init(after: Date, through: Date) {
        self.after = after
        self.through = through
    }
}
