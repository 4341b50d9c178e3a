namespace Indexer.Exports;

/// <summary>The columns of the exports. docs/exports.md lists the same, which a test compares.</summary>
public static class ExportTable
{
    private static readonly ExportColumn Kind = new(
        "entry",
        ExportType.Text,
        "What the row is: OPENING first, the entries, CLOSING and CHECK last."
    );

    private static readonly ExportColumn Amount = new(
        "amount",
        ExportType.Amount,
        "By how much the row changes the balance; of CHECK the opening balance plus all entries less the closing balance, which is 0."
    );

    private static readonly ExportColumn Balance = new("balance", ExportType.Amount, "The balance after the row.");

    private static readonly ExportColumn Network = new("network", ExportType.Text, "The network of the row.");

    private static readonly ExportColumn Pool = new("pool_id", ExportType.Text, "The pool on its network.");

    private static readonly ExportColumn Transaction = new(
        "transaction",
        ExportType.Hash,
        "The transaction; empty for what no transaction did, and for rewards of a parachain."
    );

    private static readonly ExportColumn Address = new(
        "address",
        ExportType.Address,
        "The account that it is about; of a claim its Substrate account, or the first 20 bytes of it where no indexed chain names it."
    );

    private static readonly ExportColumn Counterparty = new(
        "counterparty",
        ExportType.Address,
        "The other side of a transfer, or who was paid instead of the account."
    );

    private static readonly ExportColumn Shares = new(
        "shares",
        ExportType.Amount,
        "Shares that came (positive) or went."
    );

    private static readonly IReadOnlyList<ExportColumn> Place =
    [
        new(
            "time",
            ExportType.Time,
            "The time of the block, UTC; of what a whole period earned its end, of a day's reward the day's begin."
        ),
        Network,
        new("height", ExportType.Number, "The height of the block; empty for what belongs to no block."),
        new(
            "index",
            ExportType.Number,
            "The index of the event or log in its block; 2147483647 for what the end of a chain made."
        ),
        new("ordinal", ExportType.Number, "Tells several rows of one event apart."),
    ];

    /// <summary>The columns that an export reads, the price not among them.</summary>
    /// <param name="kind">What it lists.</param>
    public static IReadOnlyList<ExportColumn> Columns(ExportKind kind) =>
        kind switch
        {
            ExportKind.Stake => [Kind, .. Place, Transaction, Address, Pool, Counterparty, Shares, Amount, Balance],
            ExportKind.Rewards => [Kind, .. Place, Transaction, Address, Pool, Amount, Balance],
            ExportKind.Claims =>
            [
                Kind,
                .. Place,
                Transaction,
                Address,
                new("receiver", ExportType.Address, "Who received, on the network of the claim contract."),
                new(
                    "l2_receiver",
                    ExportType.Address,
                    "Who received the shares on Phala's L2; empty when none were bridged."
                ),
                new("free", ExportType.Amount, "PHA that was paid."),
                new("staked_shares", ExportType.Amount, "Shares of the PHA vault that were paid."),
                new("staked_value", ExportType.Amount, "These shares in PHA, at the price at which they were bought."),
                new("by_admin", ExportType.Text, "Whether the team sent it: true, false, or empty when nothing tells."),
                Amount,
                Balance,
            ],
            ExportKind.Votes =>
            [
                Kind,
                .. Place,
                Transaction,
                new("proposal_id", ExportType.Text, "The proposal on its network."),
                new("voter", ExportType.Address, "The voter."),
                new("kind", ExportType.Text, "With what it votes."),
                new("choice", ExportType.Text, "What the vote is for; of a removed vote what it was for."),
                new("selection", ExportType.Text, "The choice as JSON where the proposal names its own."),
                new("conviction", ExportType.Number, "The conviction of a Democracy vote."),
                new(
                    "weight_balance",
                    ExportType.Amount,
                    "What stands behind it, in PHA; 1 for a member of a collective."
                ),
                new("ayes", ExportType.Amount, "Weight in favour."),
                new("nays", ExportType.Amount, "Weight against."),
                new("abstains", ExportType.Amount, "Weight that abstains."),
                new("others", ExportType.Amount, "Weight on choices that the proposal names itself."),
                new("delegated_weight", ExportType.Amount, "The part of the weight that others delegated."),
                Count,
            ],
            _ =>
            [
                Kind,
                .. Place,
                Transaction,
                new("direction", ExportType.Text, "IN, OUT, or NONE for what moved nothing of the holder's."),
                Address,
                Counterparty,
                Pool,
                new("proposal_id", ExportType.Text, "The proposal of a vote."),
                new("value", ExportType.Amount, "PHA of the entry; empty when it has none."),
                Shares,
                Count,
            ],
        };

    /// <summary>The columns with prices.</summary>
    public static IReadOnlyList<ExportColumn> PriceColumns { get; } =
    [
        new(
            "price",
            ExportType.Text,
            "The price of one PHA on the day of the row, as the price file has it; empty when it has none."
        ),
        new("price_value", ExportType.Text, "Amount (of OPENING and CLOSING the balance) times price, exact."),
    ];

    /// <summary>Whether the balance of an export counts its entries and is no PHA.</summary>
    public static bool IsCount(ExportKind kind) => kind is ExportKind.Votes or ExportKind.Activity;

    private static ExportColumn Count { get; } =
        new(
            "count",
            ExportType.Number,
            "How many entries there are up to the row; of CHECK what is missing, which is 0."
        );
}
