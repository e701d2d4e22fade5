/// What becomes of something that may have arrived, where nobody can be asked whether it did.
package enum WhenUnsure: String, Sendable, CaseIterable {
    /// Somebody looks, and has it sent again or not.
    case hold
    /// It is sent again, under the same name, by which the receiver can tell.
    case resend
}
