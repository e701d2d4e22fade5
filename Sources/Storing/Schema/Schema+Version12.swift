extension Schema {
    /// Deliveries are taken under a number, so that no two processes send one.
    static let twelfth = """
        ALTER TABLE ticket_delivery ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE notice ADD COLUMN claim INTEGER NOT NULL DEFAULT 0;
        """
}
