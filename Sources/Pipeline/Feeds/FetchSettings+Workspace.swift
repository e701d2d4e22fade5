package import Fetching
package import RuleLoading

extension FetchSettings {
    /// What a feeds file says under `fetching:`, and the name we go by.
    package init(_ settings: FetchingSettings) {
        let contact = settings.contact.map { " (+\($0))" } ?? ""
        self.init(
            userAgent: "Earshot/\(ProgramVersion.current)" + contact,
            maximumTransfers: settings.concurrency, requestsPerHost: settings.atOncePerHost,
            requestsPerAddress: settings.atOncePerAddress, pausePerHost: settings.pausePerHost,
            pausePerPage: settings.pausePerPage,
            termsByDomain: settings.hosts.mapValues {
                DomainTerms(
                    pause: $0.pause ?? settings.pausePerHost, atOnce: $0.atOnce,
                    feedsPerRun: $0.perRun)
            }, allowedNetworks: settings.allowedNetworks,
            allowedPorts: settings.allowedPorts.union([80, 443]), proxy: settings.proxy,
            maximumBodyBytesInFlight: settings.maximumBytesInFlight)
    }
}
