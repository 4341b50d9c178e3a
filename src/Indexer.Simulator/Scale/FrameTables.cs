namespace Indexer.Simulator.Scale;

/// <summary>Events and calls of the general pallets, in the order of their variant indices.</summary>
internal static class FrameTables
{
    public const string System = """
        ExtrinsicSuccess(dispatch_info: DispatchInfo)
        ExtrinsicFailed(dispatch_error: DispatchError, dispatch_info: DispatchInfo)
        CodeUpdated
        NewAccount(account: AccountId32)
        KilledAccount(account: AccountId32)
        Remarked(sender: AccountId32, hash: H256)
        """;

    public const string Balances1241 = """
        Endowed(account: AccountId32, free_balance: u128)
        DustLost(account: AccountId32, amount: u128)
        Transfer(from: AccountId32, to: AccountId32, amount: u128)
        BalanceSet(who: AccountId32, free: u128, reserved: u128)
        Reserved(who: AccountId32, amount: u128)
        Unreserved(who: AccountId32, amount: u128)
        ReserveRepatriated(from: AccountId32, to: AccountId32, amount: u128, destination_status: BalanceStatus)
        Deposit(who: AccountId32, amount: u128)
        Withdraw(who: AccountId32, amount: u128)
        Slashed(who: AccountId32, amount: u128)
        """;

    public const string Balances1250 = """
        Endowed(account: AccountId32, free_balance: u128)
        DustLost(account: AccountId32, amount: u128)
        Transfer(from: AccountId32, to: AccountId32, amount: u128)
        BalanceSet(who: AccountId32, free: u128)
        Reserved(who: AccountId32, amount: u128)
        Unreserved(who: AccountId32, amount: u128)
        ReserveRepatriated(from: AccountId32, to: AccountId32, amount: u128, destination_status: BalanceStatus)
        Deposit(who: AccountId32, amount: u128)
        Withdraw(who: AccountId32, amount: u128)
        Slashed(who: AccountId32, amount: u128)
        Minted(who: AccountId32, amount: u128)
        Burned(who: AccountId32, amount: u128)
        Suspended(who: AccountId32, amount: u128)
        Restored(who: AccountId32, amount: u128)
        Upgraded(who: AccountId32)
        Issued(amount: u128)
        Rescinded(amount: u128)
        Locked(who: AccountId32, amount: u128)
        Unlocked(who: AccountId32, amount: u128)
        Frozen(who: AccountId32, amount: u128)
        Thawed(who: AccountId32, amount: u128)
        """;

    public const string TransactionPayment = "TransactionFeePaid(who: AccountId32, actual_fee: u128, tip: u128)";

    public const string Assets = """
        Created(asset_id: u32, creator: AccountId32, owner: AccountId32)
        Issued(asset_id: u32, owner: AccountId32, amount: u128)
        Transferred(asset_id: u32, from: AccountId32, to: AccountId32, amount: u128)
        Burned(asset_id: u32, owner: AccountId32, balance: u128)
        TeamChanged(asset_id: u32, issuer: AccountId32, admin: AccountId32, freezer: AccountId32)
        OwnerChanged(asset_id: u32, owner: AccountId32)
        Frozen(asset_id: u32, who: AccountId32)
        Thawed(asset_id: u32, who: AccountId32)
        AssetFrozen(asset_id: u32)
        AssetThawed(asset_id: u32)
        AccountsDestroyed(asset_id: u32, accounts_destroyed: u32, accounts_remaining: u32)
        ApprovalsDestroyed(asset_id: u32, approvals_destroyed: u32, approvals_remaining: u32)
        DestructionStarted(asset_id: u32)
        Destroyed(asset_id: u32)
        ForceCreated(asset_id: u32, owner: AccountId32)
        MetadataSet(asset_id: u32, name: Vec<u8>, symbol: Vec<u8>, decimals: u8, is_frozen: bool)
        """;

    public const string Uniques = """
        Created(collection: u32, creator: AccountId32, owner: AccountId32)
        ForceCreated(collection: u32, owner: AccountId32)
        Destroyed(collection: u32)
        Issued(collection: u32, item: u32, owner: AccountId32)
        Transferred(collection: u32, item: u32, from: AccountId32, to: AccountId32)
        Burned(collection: u32, item: u32, owner: AccountId32)
        """;

    public const string RmrkCore = """
        CollectionCreated(issuer: AccountId32, collection_id: u32)
        NftMinted(owner: NftOwner, collection_id: u32, nft_id: u32)
        NFTBurned(owner: AccountId32, collection_id: u32, nft_id: u32)
        CollectionDestroyed(issuer: AccountId32, collection_id: u32)
        NFTSent(sender: AccountId32, recipient: NftOwner, collection_id: u32, nft_id: u32, approval_required: bool)
        NFTAccepted(sender: AccountId32, recipient: NftOwner, collection_id: u32, nft_id: u32)
        NFTRejected(sender: AccountId32, collection_id: u32, nft_id: u32)
        IssuerChanged(old_issuer: AccountId32, new_issuer: AccountId32, collection_id: u32)
        PropertySet(collection_id: u32, maybe_nft_id: Option<u32>, key: Bytes, value: Bytes)
        PropertyRemoved(collection_id: u32, maybe_nft_id: Option<u32>, key: Bytes)
        PropertiesRemoved(collection_id: u32, maybe_nft_id: Option<u32>)
        CollectionLocked(issuer: AccountId32, collection_id: u32)
        """;

    public const string SystemCalls1167 = """
        fill_block@0(ratio: u32)
        remark@1(remark: Vec<u8>)
        set_code@3(code: Vec<u8>)
        set_code_without_checks@4(code: Vec<u8>)
        remark_with_event@8(remark: Vec<u8>)
        """;

    public const string SystemCalls = """
        remark@0(remark: Vec<u8>)
        set_code@2(code: Vec<u8>)
        remark_with_event@7(remark: Vec<u8>)
        """;

    public const string BalancesCalls =
        "transfer@0(dest: MultiAddress, value: Compact<u128>)\nforce_transfer@2(source: MultiAddress, dest: MultiAddress, value: Compact<u128>)";
}
