import Model

extension AddressPolicy {
    /// Reads the settings; one network that cannot be read stops everything, as leaving it out
    /// would refuse feeds an operator meant to allow.
    init(_ settings: FetchSettings) throws(FetchError) {
        var networks: [Network] = []
        for text in settings.allowedNetworks {
            guard let network = Network(text) else { throw .badNetwork(text) }
            networks.append(network)
        }
        self.init(allowedNetworks: networks, allowedPorts: settings.allowedPorts)
    }
}
