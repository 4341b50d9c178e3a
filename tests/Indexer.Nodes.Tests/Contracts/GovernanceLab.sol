// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorCountingFractional} from "@openzeppelin/contracts/governance/extensions/GovernorCountingFractional.sol";
import {GovernorCountingOverridable} from "@openzeppelin/contracts/governance/extensions/GovernorCountingOverridable.sol";
import {GovernorPreventLateQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorPreventLateQuorum.sol";
import {GovernorSettings} from "@openzeppelin/contracts/governance/extensions/GovernorSettings.sol";
import {GovernorSuperQuorum} from "@openzeppelin/contracts/governance/extensions/GovernorSuperQuorum.sol";
import {GovernorTimelockCompound} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockCompound.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {GovernorVotesQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesQuorumFraction.sol";
import {GovernorVotesSuperQuorumFraction} from "@openzeppelin/contracts/governance/extensions/GovernorVotesSuperQuorumFraction.sol";
import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {VotesExtended} from "@openzeppelin/contracts/governance/utils/VotesExtended.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Votes} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Votes.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {ICompoundTimelock} from "@openzeppelin/contracts/vendor/compound/ICompoundTimelock.sol";

// A token that votes by blocks or by seconds; anybody may mint and burn.
contract VotesTokenLab is ERC20, ERC20Votes, VotesExtended {
    bool private immutable byTime;

    constructor(bool byTime_) ERC20("Votes", "VOTE") EIP712("Votes", "1") {
        byTime = byTime_;
    }

    function clock() public view override returns (uint48) {
        return byTime ? uint48(block.timestamp) : uint48(block.number);
    }

    function CLOCK_MODE() public view override returns (string memory) {
        return byTime ? "mode=timestamp" : "mode=blocknumber&from=default";
    }

    function mint(address to, uint256 value) external {
        _mint(to, value);
    }

    function burn(address from, uint256 value) external {
        _burn(from, value);
    }

    // As COMP names what IVotes calls getPastVotes.
    function getPriorVotes(address account, uint256 at) external view returns (uint256) {
        return getPastVotes(account, at);
    }

    function _update(address from, address to, uint256 value) internal override(ERC20, ERC20Votes) {
        super._update(from, to, value);
    }

    function _delegate(address account, address delegatee) internal override(Votes, VotesExtended) {
        super._delegate(account, delegatee);
    }

    function _transferVotingUnits(address from, address to, uint256 amount) internal override(Votes, VotesExtended) {
        super._transferVotingUnits(from, to, amount);
    }
}

contract BoxLab {
    uint256 public value;

    function set(uint256 value_) external {
        value = value_;
    }
}

contract TimelockLab is TimelockController {
    // Anybody executes and cancels; who deploys it admits governors.
    constructor(uint256 minDelay) TimelockController(minDelay, new address[](0), new address[](0), msg.sender) {
        _grantRole(EXECUTOR_ROLE, address(0));
        _grantRole(CANCELLER_ROLE, address(this));
    }

    function admit(address governor) external onlyRole(DEFAULT_ADMIN_ROLE) {
        _grantRole(PROPOSER_ROLE, governor);
        _grantRole(CANCELLER_ROLE, governor);
    }

    // What a proposal queued, carried out or taken back without its governor.
    function executeAlone(NumberedGovernor governor, uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = governor.what(
            number
        );
        this.executeBatch(targets, values, data, 0, saltOf(governor, text));
    }

    function cancelAlone(NumberedGovernor governor, uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = governor.what(
            number
        );
        this.cancel(this.hashOperationBatch(targets, values, data, 0, saltOf(governor, text)));
    }

    function saltOf(NumberedGovernor governor, string memory text) private pure returns (bytes32) {
        return bytes20(address(governor)) ^ keccak256(bytes(text));
    }
}

// Numbered proposals, so that calls of tests need no lists.
abstract contract NumberedGovernor is Governor, GovernorSettings {
    BoxLab public immutable box = new BoxLab();

    function proposeNumber(uint256 number) external returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        return propose(targets, values, data, text);
    }

    function queueNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        queue(targets, values, data, keccak256(bytes(text)));
    }

    function executeNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        execute(targets, values, data, keccak256(bytes(text)));
    }

    function cancelNumber(uint256 number) external {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        _cancel(targets, values, data, keccak256(bytes(text)));
    }

    function idOf(uint256 number) public view returns (uint256) {
        (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) = what(number);
        return hashProposal(targets, values, data, keccak256(bytes(text)));
    }

    function voteOn(uint256 number, uint8 support) external {
        _castVote(idOf(number), msg.sender, support, support == 1 ? "because" : "");
    }

    function voteInParts(uint256 number, uint128 against, uint128 for_, uint128 abstain) external {
        _castVote(idOf(number), msg.sender, 255, "in parts", abi.encodePacked(against, for_, abstain));
    }

    // Even numbers do one thing, odd ones two; addresses give the governor that timelock.
    function what(
        uint256 number
    ) public view returns (address[] memory targets, uint256[] memory values, bytes[] memory data, string memory text) {
        uint256 count = 1 + (number % 2);
        (targets, values, data) = (new address[](count), new uint256[](count), new bytes[](count));
        for (uint256 i = 0; i < count; i++) {
            targets[i] = address(box);
            data[i] = abi.encodeCall(BoxLab.set, (number + i));
        }
        if (number >= 1000) {
            targets[0] = address(this);
            data[0] = abi.encodeWithSignature("updateTimelock(address)", address(uint160(number)));
        }
        text = string.concat("# Proposal ", Strings.toString(number), "\n\nSets the box.");
    }

    function proposalThreshold() public view virtual override(Governor, GovernorSettings) returns (uint256) {
        return super.proposalThreshold();
    }
}

// Simple counting, a timelock, a quorum of a tenth of the supply, late quorums extend.
contract TimelockedGovernorLab is
    NumberedGovernor,
    GovernorCountingSimple,
    GovernorVotesQuorumFraction,
    GovernorPreventLateQuorum,
    GovernorTimelockControl
{
    constructor(
        IVotes token,
        TimelockController timelock,
        uint48 delay,
        uint32 period,
        uint48 extension
    )
        Governor("Timelocked")
        GovernorSettings(delay, period, 0)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(10)
        GovernorPreventLateQuorum(extension)
        GovernorTimelockControl(timelock)
    {}

    function setQuorumNumerator(uint256 value) external {
        _updateQuorumNumerator(value);
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(id);
    }

    function proposalDeadline(uint256 id) public view override(Governor, GovernorPreventLateQuorum) returns (uint256) {
        return super.proposalDeadline(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockControl) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function proposalThreshold() public view override(Governor, NumberedGovernor) returns (uint256) {
        return super.proposalThreshold();
    }

    function _tallyUpdated(uint256 id) internal override(Governor, GovernorPreventLateQuorum) {
        super._tallyUpdated(id);
    }

    function _queueOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(id, targets, values, data, hash);
    }

    function _executeOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(id, targets, values, data, hash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, data, hash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }
}

// Fractional counting and a super quorum of a half; executes by itself.
contract FractionalGovernorLab is NumberedGovernor, GovernorCountingFractional, GovernorVotesSuperQuorumFraction {
    constructor(
        IVotes token,
        uint48 delay,
        uint32 period
    )
        Governor("Fractional")
        GovernorSettings(delay, period, 0)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(10)
        GovernorVotesSuperQuorumFraction(50)
    {}

    function state(
        uint256 id
    ) public view override(Governor, GovernorVotesSuperQuorumFraction) returns (ProposalState) {
        return super.state(id);
    }

    function proposalVotes(
        uint256 id
    ) public view override(GovernorCountingFractional, GovernorSuperQuorum) returns (uint256, uint256, uint256) {
        return super.proposalVotes(id);
    }

    function proposalThreshold() public view override(Governor, NumberedGovernor) returns (uint256) {
        return super.proposalThreshold();
    }
}

// Fractional counting, and a timelock of Compound in which proposals expire.
contract ExpiringGovernorLab is
    NumberedGovernor,
    GovernorCountingFractional,
    GovernorVotesQuorumFraction,
    GovernorTimelockCompound
{
    constructor(
        IVotes token,
        CompoundTimelockLab timelock,
        uint48 delay,
        uint32 period
    )
        Governor("Expiring")
        GovernorSettings(delay, period, 0)
        GovernorVotes(token)
        GovernorVotesQuorumFraction(10)
        GovernorTimelockCompound(ICompoundTimelock(payable(address(timelock))))
    {}

    function setQuorumNumerator(uint256 value) external {
        _updateQuorumNumerator(value);
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (ProposalState) {
        return super.state(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function proposalThreshold() public view override(Governor, NumberedGovernor) returns (uint256) {
        return super.proposalThreshold();
    }

    function _queueOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) returns (uint48) {
        return super._queueOperations(id, targets, values, data, hash);
    }

    function _executeOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) {
        super._executeOperations(id, targets, values, data, hash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) returns (uint256) {
        return super._cancel(targets, values, data, hash);
    }

    function _executor() internal view override(Governor, GovernorTimelockCompound) returns (address) {
        return super._executor();
    }
}

// Delegators may take their votes back; queues in a timelock of Compound, where proposals expire.
contract OverridableGovernorLab is NumberedGovernor, GovernorCountingOverridable, GovernorTimelockCompound {
    constructor(
        VotesExtended token,
        CompoundTimelockLab timelock,
        uint48 delay,
        uint32 period
    )
        Governor("Overridable")
        GovernorSettings(delay, period, 0)
        GovernorVotes(token)
        GovernorTimelockCompound(ICompoundTimelock(payable(address(timelock))))
    {}

    function overrideVoteOn(uint256 number, uint8 support) external {
        uint256 id = idOf(number);
        require(state(id) == ProposalState.Active, "not active");
        uint256 weight = _countOverride(id, msg.sender, support);
        emit OverrideVoteCast(msg.sender, id, support, weight, "mine");
        _tallyUpdated(id);
    }

    function quorum(uint256) public pure override returns (uint256) {
        return 100e18;
    }

    function state(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (ProposalState) {
        return super.state(id);
    }

    function proposalNeedsQueuing(uint256 id) public view override(Governor, GovernorTimelockCompound) returns (bool) {
        return super.proposalNeedsQueuing(id);
    }

    function proposalThreshold() public view override(Governor, NumberedGovernor) returns (uint256) {
        return super.proposalThreshold();
    }

    function _queueOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) returns (uint48) {
        return super._queueOperations(id, targets, values, data, hash);
    }

    function _executeOperations(
        uint256 id,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) {
        super._executeOperations(id, targets, values, data, hash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory data,
        bytes32 hash
    ) internal override(Governor, GovernorTimelockCompound) returns (uint256) {
        return super._cancel(targets, values, data, hash);
    }

    function _executor() internal view override(Governor, GovernorTimelockCompound) returns (address) {
        return super._executor();
    }
}

// What the governors see of a timelock of Compound; anybody may use it.
contract CompoundTimelockLab {
    uint256 public immutable delay;
    uint256 public immutable GRACE_PERIOD;
    mapping(bytes32 => bool) public queuedTransactions;

    constructor(uint256 delay_, uint256 gracePeriod) {
        (delay, GRACE_PERIOD) = (delay_, gracePeriod);
    }

    receive() external payable {}

    function queueTransaction(
        address target,
        uint256 value,
        string memory signature,
        bytes memory data,
        uint256 eta
    ) external returns (bytes32 id) {
        require(eta >= block.timestamp + delay, "too early");
        id = keccak256(abi.encode(target, value, signature, data, eta));
        queuedTransactions[id] = true;
    }

    function cancelTransaction(
        address target,
        uint256 value,
        string memory signature,
        bytes memory data,
        uint256 eta
    ) external {
        queuedTransactions[keccak256(abi.encode(target, value, signature, data, eta))] = false;
    }

    function executeTransaction(
        address target,
        uint256 value,
        string memory signature,
        bytes memory data,
        uint256 eta
    ) external payable returns (bytes memory returned) {
        bytes32 id = keccak256(abi.encode(target, value, signature, data, eta));
        require(queuedTransactions[id] && block.timestamp >= eta && block.timestamp <= eta + GRACE_PERIOD, "not now");
        queuedTransactions[id] = false;
        bool done;
        (done, returned) = target.call{value: value}(data);
        require(done, "failed");
    }
}

// What Compound's two governors have in common: numbered proposals, a fixed quorum of votes in favour, a timelock.
abstract contract CompoundGovernorLab {
    event ProposalCreated(
        uint256 id,
        address proposer,
        address[] targets,
        uint256[] values,
        string[] signatures,
        bytes[] calldatas,
        uint256 startBlock,
        uint256 endBlock,
        string description
    );
    event ProposalQueued(uint256 id, uint256 eta);
    event ProposalExecuted(uint256 id);
    event ProposalCanceled(uint256 id);

    struct Proposal {
        address proposer;
        uint256 eta;
        uint256 startBlock;
        uint256 endBlock;
        uint256 forVotes;
        uint256 againstVotes;
        uint256 abstainVotes;
        bool canceled;
        bool executed;
    }

    VotesTokenLab public immutable comp;
    CompoundTimelockLab public immutable timelock;
    uint256 public immutable delay;
    uint256 public immutable period;
    uint256 public constant quorumVotes = 100e18;
    uint256 public proposalCount;
    BoxLab public immutable box = new BoxLab();
    mapping(uint256 => Proposal) internal made;
    mapping(uint256 => mapping(address => bool)) internal voted;

    constructor(VotesTokenLab comp_, CompoundTimelockLab timelock_, uint256 delay_, uint256 period_) {
        (comp, timelock, delay, period) = (comp_, timelock_, delay_, period_);
    }

    function proposeNext() external {
        uint256 id = ++proposalCount;
        Proposal storage proposal = made[id];
        proposal.proposer = msg.sender;
        proposal.startBlock = block.number + delay;
        proposal.endBlock = proposal.startBlock + period;
        address[] memory targets = new address[](1);
        targets[0] = address(box);
        string[] memory signatures = new string[](1);
        signatures[0] = "set(uint256)";
        bytes[] memory data = new bytes[](1);
        data[0] = abi.encode(id);
        emit ProposalCreated(
            id,
            msg.sender,
            targets,
            new uint256[](1),
            signatures,
            data,
            proposal.startBlock,
            proposal.endBlock,
            "Set the box"
        );
    }

    function state(uint256 id) public view returns (uint8) {
        require(id > 0 && id <= proposalCount, "no such proposal");
        Proposal storage proposal = made[id];
        if (proposal.canceled) return 2;
        if (block.number <= proposal.startBlock) return 0;
        if (block.number <= proposal.endBlock) return 1;
        if (proposal.forVotes <= proposal.againstVotes || proposal.forVotes < quorumVotes) return 3;
        if (proposal.eta == 0) return 4;
        if (proposal.executed) return 7;
        return block.timestamp >= proposal.eta + timelock.GRACE_PERIOD() ? 6 : 5;
    }

    function queue(uint256 id) external {
        require(state(id) == 4, "not succeeded");
        made[id].eta = block.timestamp + timelock.delay();
        timelock.queueTransaction(address(box), 0, "", callOf(id), made[id].eta);
        emit ProposalQueued(id, made[id].eta);
    }

    function execute(uint256 id) external {
        require(state(id) == 5, "not queued");
        made[id].executed = true;
        timelock.executeTransaction(address(box), 0, "", callOf(id), made[id].eta);
        emit ProposalExecuted(id);
    }

    function cancel(uint256 id) external {
        require(state(id) != 7, "executed");
        made[id].canceled = true;
        timelock.cancelTransaction(address(box), 0, "", callOf(id), made[id].eta);
        emit ProposalCanceled(id);
    }

    function count(uint256 id, uint8 support) internal returns (uint256 votes) {
        require(state(id) == 1 && !voted[id][msg.sender] && support < 3, "not now");
        voted[id][msg.sender] = true;
        Proposal storage proposal = made[id];
        votes = comp.getPriorVotes(msg.sender, proposal.startBlock);
        if (support == 0) proposal.againstVotes += votes;
        else if (support == 1) proposal.forVotes += votes;
        else proposal.abstainVotes += votes;
    }

    function callOf(uint256 id) private pure returns (bytes memory) {
        return abi.encodeCall(BoxLab.set, (id));
    }
}

contract BravoLab is CompoundGovernorLab {
    event VoteCast(address indexed voter, uint256 proposalId, uint8 support, uint256 votes, string reason);

    constructor(
        VotesTokenLab comp_,
        CompoundTimelockLab timelock_,
        uint256 delay_,
        uint256 period_
    ) CompoundGovernorLab(comp_, timelock_, delay_, period_) {}

    function castVote(uint256 id, uint8 support) external {
        emit VoteCast(msg.sender, id, support, count(id, support), "");
    }

    function proposals(
        uint256 id
    )
        external
        view
        returns (uint256, address, uint256, uint256, uint256, uint256, uint256, uint256, bool, bool)
    {
        Proposal storage p = made[id];
        return (
            id,
            p.proposer,
            p.eta,
            p.startBlock,
            p.endBlock,
            p.forVotes,
            p.againstVotes,
            p.abstainVotes,
            p.canceled,
            p.executed
        );
    }
}

contract AlphaLab is CompoundGovernorLab {
    event VoteCast(address voter, uint256 proposalId, bool support, uint256 votes);

    constructor(
        VotesTokenLab comp_,
        CompoundTimelockLab timelock_,
        uint256 delay_,
        uint256 period_
    ) CompoundGovernorLab(comp_, timelock_, delay_, period_) {}

    function castVote(uint256 id, bool support) external {
        emit VoteCast(msg.sender, id, support, count(id, support ? 1 : 0));
    }

    function proposals(
        uint256 id
    ) external view returns (uint256, address, uint256, uint256, uint256, uint256, uint256, bool, bool) {
        Proposal storage p = made[id];
        return (
            id,
            p.proposer,
            p.eta,
            p.startBlock,
            p.endBlock,
            p.forVotes,
            p.againstVotes,
            p.canceled,
            p.executed
        );
    }
}
