package import Model

/// What a connection leads to.
package struct NetworkPlace: Hashable, Sendable {
    package let address: NetworkAddress
    package let port: Int
}
