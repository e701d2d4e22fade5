import Model

/// A place as GeoRSS, GML within it, or the older `geo:lat` and `geo:long` state it; the first counts.
struct StatedPlace {
    private var position: String?
    private var latitude: String?
    private var longitude: String?

    mutating func keep(_ name: ElementName, _ text: String) {
        switch name {
        case .geoRSSPoint, .gmlPosition: position.keep(text)
        case .geoLatitude: latitude.keep(text)
        case .geoLongitude: longitude.keep(text)
        default: break
        }
    }

    /// `nil` if there is none, or none on Earth.
    var point: GeoPoint? {
        guard position != nil || latitude != nil else { return nil }
        let parts =
            position?.split { $0.isWhitespace || $0 == "," }.map(String.init)
            ?? [latitude, longitude].compactMap(\.self)
        guard parts.count == 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return nil }
        return GeoPoint(latitude: latitude, longitude: longitude)
    }
}
