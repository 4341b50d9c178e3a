namespace Indexer.Simulator.Scale;

/// <summary>The types that events, calls and storage of the pallets refer to.</summary>
internal static class RuntimeTypes
{
    private const string Common = """
        struct AccountId32 sp_core::crypto::AccountId32 ([u8;32])
        struct H256 primitive_types::H256 ([u8;32])
        struct Public sp_core::sr25519::Public ([u8;32])
        struct Signature64 sp_core::sr25519::Signature ([u8;64])
        struct EdSignature64 sp_core::ed25519::Signature ([u8;64])
        struct EcSignature65 sp_core::ecdsa::Signature ([u8;65])
        struct Bytes bounded_collections::bounded_vec::BoundedVec (Vec<u8>)
        enum DispatchClass frame_support::dispatch::DispatchClass Normal | Operational | Mandatory
        enum Pays frame_support::dispatch::Pays Yes | No
        struct DispatchInfo frame_support::dispatch::DispatchInfo (weight: Weight, class: DispatchClass, pays_fee: Pays)
        struct ModuleError sp_runtime::ModuleError (index: u8, error: [u8;4])
        enum TokenError sp_runtime::TokenError NoFunds | WouldDie | BelowMinimum | CannotCreate | UnknownAsset | Frozen | Unsupported
        enum ArithmeticError sp_arithmetic::ArithmeticError Underflow | Overflow | DivisionByZero
        enum TransactionalError sp_runtime::TransactionalError LimitReached | NoLayer
        enum DispatchError sp_runtime::DispatchError Other | CannotLookup | BadOrigin | Module(ModuleError) | ConsumerRemaining | NoProviders | TooManyConsumers | Token(TokenError) | Arithmetic(ArithmeticError) | Transactional(TransactionalError) | Exhausted | Corruption | Unavailable
        enum Phase frame_system::Phase ApplyExtrinsic(u32) | Finalization | Initialization
        enum BalanceStatus frame_support::traits::tokens::misc::BalanceStatus Free | Reserved
        enum AttestationProvider phala_types::AttestationProvider Root | Ias
        enum NftOwner rmrk_traits::nft::AccountIdOrCollectionNftTuple AccountId(AccountId32) | CollectionAndNftTuple(u32, u32)
        enum ForceShutdownReason phala_pallets::compute::vault::pallet::ForceShutdownReason NoEnoughReleasingStake | Waiting3xGracePeriod
        struct LastRuntimeUpgradeInfo frame_system::LastRuntimeUpgradeInfo (spec_version: Compact<u32>, spec_name: str)
        struct AccountData pallet_balances::AccountData (free: u128, reserved: u128, misc_frozen: u128, fee_frozen: u128)
        struct AccountInfo frame_system::AccountInfo (nonce: u32, consumers: u32, providers: u32, sufficients: u32, data: AccountData)
        struct AssetAccount pallet_assets::types::AssetAccount (balance: u128, is_frozen: bool)
        struct TokenomicParameters phala_types::messaging::tokenomic::TokenomicParameters (pha_rate: u128, rho: u128, budget_per_block: u128, v_max: u128, cost_k: u128, cost_b: u128, slash_rate: u128, treasury_ratio: u128, heartbeat_window: u32, rig_k: u128, rig_b: u128, re: u128, k: u128, kappa: u128)
        struct StakePool phala_pallets::compute::pool_proxy::StakePool (pid: u64, owner: AccountId32, lock_account: AccountId32, owner_reward_account: AccountId32)
        struct Vault phala_pallets::compute::pool_proxy::Vault (pid: u64, owner: AccountId32)
        enum PoolProxy phala_pallets::compute::pool_proxy::PoolProxy StakePool(StakePool) | Vault(Vault)
        struct EventRecord frame_system::EventRecord<E:RuntimeEvent,T:H256> (phase: Phase, event: RuntimeEvent, topics: Vec<H256>)
        enum MultiAddress sp_runtime::multiaddress::MultiAddress<AccountId:AccountId32,AccountIndex:()> Id(AccountId32) | Index(Compact<()>) | Raw(Vec<u8>) | Address32([u8;32]) | Address20([u8;20])
        enum MultiSignature sp_runtime::MultiSignature Ed25519(EdSignature64) | Sr25519(Signature64) | Ecdsa(EcSignature65)
        struct CheckNonZeroSender frame_system::extensions::check_non_zero_sender::CheckNonZeroSender ()
        struct CheckTxVersion frame_system::extensions::check_tx_version::CheckTxVersion ()
        struct CheckWeight frame_system::extensions::check_weight::CheckWeight ()
        struct CheckSpecVersion frame_system::extensions::check_spec_version::CheckSpecVersion ()
        struct CheckGenesis frame_system::extensions::check_genesis::CheckGenesis ()
        struct CheckMortality frame_system::extensions::check_mortality::CheckMortality (Era)
        struct CheckNonce frame_system::extensions::check_nonce::CheckNonce (Compact<u32>)
        struct ChargeTransactionPayment pallet_transaction_payment::ChargeTransactionPayment (Compact<u128>)
        struct Extra simulator::Extra (CheckNonZeroSender, CheckSpecVersion, CheckTxVersion, CheckGenesis, CheckMortality, CheckNonce, CheckWeight, ChargeTransactionPayment)
        struct RuntimeVersion sp_version::RuntimeVersion (spec_name: str, impl_name: str, authoring_version: u32, spec_version: u32, impl_version: u32, apis: Vec<([u8;8],u32)>, transaction_version: u32, state_version: u8)
        struct UncheckedExtrinsic sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic<Address:MultiAddress,Call:RuntimeCall,Signature:MultiSignature,Extra:Extra> (Vec<u8>)
        struct Runtime simulator::Runtime ()
        """;

    /// <summary>Declares all types of a runtime.</summary>
    /// <param name="specName">Names the runtime's own types.</param>
    /// <param name="pallets">The pallets, whose events, calls and errors become types.</param>
    /// <param name="more">Declarations of this layout.</param>
    public static TypeCatalogue Declare(string specName, IReadOnlyList<PalletTable> pallets, string more)
    {
        var types = new TypeCatalogue(Common + "\n" + more);
        var eras = Enumerable.Range(1, 255).Select(index => $"Mortal{index}(u8)");
        types.Declare($"enum Era sp_runtime::generic::era::Era Immortal | {string.Join(" | ", eras)}");
        foreach (var line in IdentityTables.Declarations)
        {
            types.Declare(line);
        }
        foreach (var pallet in pallets)
        {
            types.Declare($"enum {pallet.Name}Event {pallet.Crate}::pallet::Event {Lines(pallet.Events)}");
            types.Declare($"enum {pallet.Name}Error {pallet.Crate}::pallet::Error {Lines(pallet.Errors)}");
            types.Declare($"enum {pallet.Name}Call {pallet.Crate}::pallet::Call {Lines(pallet.Calls)}");
        }
        types.Declare(
            $"enum RuntimeEvent {specName}_runtime::RuntimeEvent {Join(pallets, "Event", pallet => pallet.Events)}"
        );
        types.Declare(
            $"enum RuntimeCall {specName}_runtime::RuntimeCall {Join(pallets, "Call", pallet => pallet.Calls)}"
        );
        return types;
    }

    private static string Lines(string table) =>
        string.Join(" | ", table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static string Join(IReadOnlyList<PalletTable> pallets, string suffix, Func<PalletTable, string> table) =>
        string.Join(
            " | ",
            pallets
                .Where(pallet => table(pallet).Length > 0)
                .Select(pallet => $"{pallet.Name}@{pallet.Index}({pallet.Name}{suffix})")
        );
}
