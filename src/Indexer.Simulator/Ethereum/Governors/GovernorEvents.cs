namespace Indexer.Simulator.Ethereum.Governors;

/// <summary>The events of OpenZeppelin's Governor, TimelockController and ERC20Votes.</summary>
internal static class GovernorEvents
{
    public static AbiEvent DelegateChanged { get; } =
        new("DelegateChanged(address indexed delegator, address indexed fromDelegate, address indexed toDelegate)");

    public static AbiEvent DelegateVotesChanged { get; } =
        new("DelegateVotesChanged(address indexed delegate, uint256 previousVotes, uint256 newVotes)");

    public static AbiEvent ProposalCreated { get; } =
        new(
            "ProposalCreated(uint256 proposalId, address proposer, address[] targets, uint256[] values, string[] signatures, "
                + "bytes[] calldatas, uint256 voteStart, uint256 voteEnd, string description)"
        );

    public static AbiEvent VoteCast { get; } =
        new("VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason)");

    public static AbiEvent VoteCastWithParams { get; } =
        new(
            "VoteCastWithParams(address indexed voter, uint256 proposalId, uint8 support, uint256 weight, string reason, bytes params)"
        );

    public static AbiEvent ProposalExtended { get; } =
        new("ProposalExtended(uint256 indexed proposalId, uint64 extendedDeadline)");

    public static AbiEvent ProposalQueued { get; } = new("ProposalQueued(uint256 proposalId, uint256 etaSeconds)");

    public static AbiEvent ProposalExecuted { get; } = new("ProposalExecuted(uint256 proposalId)");

    public static AbiEvent ProposalCanceled { get; } = new("ProposalCanceled(uint256 proposalId)");

    public static AbiEvent VotingDelaySet { get; } =
        new("VotingDelaySet(uint256 oldVotingDelay, uint256 newVotingDelay)");

    public static AbiEvent VotingPeriodSet { get; } =
        new("VotingPeriodSet(uint256 oldVotingPeriod, uint256 newVotingPeriod)");

    public static AbiEvent ProposalThresholdSet { get; } =
        new("ProposalThresholdSet(uint256 oldProposalThreshold, uint256 newProposalThreshold)");

    public static AbiEvent QuorumNumeratorUpdated { get; } =
        new("QuorumNumeratorUpdated(uint256 oldQuorumNumerator, uint256 newQuorumNumerator)");

    public static AbiEvent LateQuorumVoteExtensionSet { get; } =
        new("LateQuorumVoteExtensionSet(uint64 oldVoteExtension, uint64 newVoteExtension)");

    public static AbiEvent TimelockChange { get; } = new("TimelockChange(address oldTimelock, address newTimelock)");

    public static AbiEvent RoleGranted { get; } =
        new("RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)");

    public static AbiEvent MinDelayChange { get; } = new("MinDelayChange(uint256 oldDuration, uint256 newDuration)");

    public static AbiEvent CallScheduled { get; } =
        new(
            "CallScheduled(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data, bytes32 predecessor, uint256 delay)"
        );

    public static AbiEvent CallSalt { get; } = new("CallSalt(bytes32 indexed id, bytes32 salt)");

    public static AbiEvent CallExecuted { get; } =
        new("CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)");

    public static AbiEvent Cancelled { get; } = new("Cancelled(bytes32 indexed id)");
}
