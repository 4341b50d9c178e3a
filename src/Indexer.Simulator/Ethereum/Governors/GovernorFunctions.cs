namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>What transactions call.</summary>
internal static class GovernorFunctions
{
    public static AbiFunction Mint { get; } = new("mint(address,uint256)");

    public static AbiFunction Burn { get; } = new("burn(address,uint256)");

    public static AbiFunction Transfer { get; } = new("transfer(address,uint256)");

    public static AbiFunction Delegate { get; } = new("delegate(address)");

    public static AbiFunction Admit { get; } = new("admit(address)");

    public static AbiFunction Propose { get; } = new("propose(address[],uint256[],bytes[],string)");

    public static AbiFunction CastVote { get; } = new("castVote(uint256,uint8)");

    public static AbiFunction CastVoteWithReason { get; } = new("castVoteWithReason(uint256,uint8,string)");

    public static AbiFunction CastVoteWithParams { get; } =
        new("castVoteWithReasonAndParams(uint256,uint8,string,bytes)");

    public static AbiFunction Queue { get; } = new("queue(address[],uint256[],bytes[],bytes32)");

    public static AbiFunction Execute { get; } = new("execute(address[],uint256[],bytes[],bytes32)");

    public static AbiFunction Cancel { get; } = new("cancel(address[],uint256[],bytes[],bytes32)");

    public static AbiFunction SetQuorumNumerator { get; } = new("setQuorumNumerator(uint256)");

    public static AbiFunction ExecuteBatch { get; } = new("executeBatch(address[],uint256[],bytes[],bytes32,bytes32)");

    public static AbiFunction CancelOperation { get; } = new("cancel(bytes32)");
}
