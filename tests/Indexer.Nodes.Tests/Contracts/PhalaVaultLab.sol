// SPDX-License-Identifier: MIT
pragma solidity ^0.8.20;

// The staking vault of Phala on Ethereum and its claimers as far as an indexer can see them: the same events with the same
// meaning, and the arithmetic of ERC-4626 with a delayed exit. Everything else (who may do what, signatures) is left out.

abstract contract LabERC20 {
    event Transfer(address indexed from, address indexed to, uint256 value);
    event Approval(address indexed owner, address indexed spender, uint256 value);

    uint256 public totalSupply;
    mapping(address => uint256) public balanceOf;
    mapping(address => mapping(address => uint256)) public allowance;

    function decimals() external pure returns (uint8) {
        return 18;
    }

    function transfer(address to, uint256 value) external returns (bool) {
        _move(msg.sender, to, value);
        return true;
    }

    function transferFrom(address from, address to, uint256 value) external returns (bool) {
        uint256 allowed = allowance[from][msg.sender];
        if (allowed != type(uint256).max) allowance[from][msg.sender] = allowed - value;
        _move(from, to, value);
        return true;
    }

    function approve(address spender, uint256 value) external returns (bool) {
        allowance[msg.sender][spender] = value;
        emit Approval(msg.sender, spender, value);
        return true;
    }

    function _move(address from, address to, uint256 value) internal {
        if (from == address(0)) totalSupply += value;
        else balanceOf[from] -= value;
        if (to == address(0)) totalSupply -= value;
        else balanceOf[to] += value;
        emit Transfer(from, to, value);
    }
}

contract PhaTokenLab is LabERC20 {
    function mint(address to, uint256 value) external {
        _move(address(0), to, value);
    }

    // Many logs in one transaction, for tests of volume.
    function blast(address to, uint256 times) external {
        for (uint256 i = 0; i < times; i++) _move(address(0), to, i + 1);
    }
}

contract PhalaVaultLab is LabERC20 {
    event Deposit(address indexed sender, address indexed owner, uint256 assets, uint256 shares);
    event Withdraw(
        address indexed sender, address indexed receiver, address indexed owner, uint256 assets, uint256 shares
    );
    event Claimed(address indexed caller, address indexed receiver, address indexed owner, uint256 assets);
    event RewardsSettled(uint256 checkpointTime, uint256 rewards, uint256 totalAssets);
    event TreasurySettled(uint256 checkpointTime, uint256 treasuryRewards, uint256 treasuryAssets);
    event TreasuryAssetsClaimed(address indexed receiver, uint256 assets);
    event RewardRateUpdated(uint256 oldRewardRate, uint256 newRewardRate);
    event UnlockPeriodUpdated(uint256 oldUnlockPeriod, uint256 newUnlockPeriod);
    event MaxUnlockRequestsUpdated(uint256 oldMaxUnlockRequests, uint256 newMaxUnlockRequests);
    event TreasuryRatioUpdated(uint256 oldTreasuryRatio, uint256 newTreasuryRatio);
    event Paused(address account);
    event Unpaused(address account);

    event Surprise(uint256 value);

    struct UnlockRequest {
        address receiver;
        uint256 assets;
        uint256 startTime;
    }

    PhaTokenLab public immutable asset;
    uint256 public rewardRate;
    uint256 public treasuryRatio;
    uint256 public unlockPeriod;
    uint256 public maxUnlockRequests;
    uint256 public checkpointTime;
    uint256 public checkpointTotalAssets;
    uint256 public checkpointTreasuryAssets;
    mapping(address => UnlockRequest[]) private requests;

    constructor(PhaTokenLab asset_, uint256 rewardRate_, uint256 unlockPeriod_, uint256 maxUnlockRequests_, uint256 treasuryRatio_) {
        asset = asset_;
        (rewardRate, unlockPeriod) = (rewardRate_, unlockPeriod_);
        (maxUnlockRequests, treasuryRatio) = (maxUnlockRequests_, treasuryRatio_);
        checkpointTime = block.timestamp;
    }

    function totalAssets() public view returns (uint256) {
        return checkpointTotalAssets + _userRewards();
    }

    function treasuryAssets() public view returns (uint256) {
        return checkpointTreasuryAssets + _treasuryRewards();
    }

    function convertToShares(uint256 assets) public view returns (uint256) {
        return (assets * (totalSupply + 1)) / (totalAssets() + 1);
    }

    function convertToAssets(uint256 shares) public view returns (uint256) {
        return (shares * (totalAssets() + 1)) / (totalSupply + 1);
    }

    function unlockRequests(address owner) external view returns (UnlockRequest[] memory) {
        return requests[owner];
    }

    function deposit(uint256 assets, address receiver) external returns (uint256 shares) {
        _settle();
        shares = convertToShares(assets);
        require(asset.transferFrom(msg.sender, address(this), assets));
        _enter(msg.sender, receiver, assets, shares);
    }

    function redeem(uint256 shares, address receiver, address owner) external returns (uint256 assets) {
        _settle();
        assets = convertToAssets(shares);
        _leave(receiver, owner, assets, shares);
    }

    function withdraw(uint256 assets, address receiver, address owner) external returns (uint256 shares) {
        _settle();
        uint256 product = assets * (totalSupply + 1);
        uint256 total = totalAssets() + 1;
        shares = product / total + (product % total == 0 ? 0 : 1);
        _leave(receiver, owner, assets, shares);
    }

    // Pays every matured request of the owner; anybody may call it.
    function claim(address owner) external {
        UnlockRequest[] storage open = requests[owner];
        for (uint256 i = 0; i < open.length;) {
            if (open[i].startTime + unlockPeriod > block.timestamp) {
                i++;
                continue;
            }
            UnlockRequest memory ready = open[i];
            _remove(open, i);
            emit Claimed(msg.sender, ready.receiver, owner, ready.assets);
            require(asset.transfer(ready.receiver, ready.assets));
        }
    }

    // The assets become shares again at today's price; the vault itself is the sender of that deposit.
    function cancelUnlockRequest(uint256 index, address receiver) external {
        UnlockRequest[] storage open = requests[msg.sender];
        uint256 assets = open[index].assets;
        _remove(open, index);
        _settle();
        _enter(address(this), receiver, assets, convertToShares(assets));
    }

    function claimTreasury(address receiver) external {
        _settle();
        uint256 assets = checkpointTreasuryAssets;
        checkpointTreasuryAssets = 0;
        emit TreasuryAssetsClaimed(receiver, assets);
        require(asset.transfer(receiver, assets));
    }

    function setRewardRate(uint256 value) external {
        _settle();
        emit RewardRateUpdated(rewardRate, value);
        rewardRate = value;
    }

    function setTreasuryRatio(uint256 value) external {
        _settle();
        emit TreasuryRatioUpdated(treasuryRatio, value);
        treasuryRatio = value;
    }

    function setUnlockPeriod(uint256 value) external {
        emit UnlockPeriodUpdated(unlockPeriod, value);
        unlockPeriod = value;
    }

    function setMaxUnlockRequests(uint256 value) external {
        emit MaxUnlockRequestsUpdated(maxUnlockRequests, value);
        maxUnlockRequests = value;
    }

    function pause() external {
        emit Paused(msg.sender);
    }

    function unpause() external {
        emit Unpaused(msg.sender);
    }

    // What no such vault does: an event that nobody knows, and a transfer that did not happen.
    function surprise() external {
        emit Surprise(1);
    }

    function pretend(address from, address to, uint256 value) external {
        emit Transfer(from, to, value);
    }

    function _enter(address sender, address receiver, uint256 assets, uint256 shares) private {
        checkpointTotalAssets += assets;
        _move(address(0), receiver, shares);
        emit Deposit(sender, receiver, assets, shares);
    }

    function _leave(address receiver, address owner, uint256 assets, uint256 shares) private {
        require(msg.sender == owner && requests[owner].length < maxUnlockRequests, "ExceedMaxUnlockRequests");
        checkpointTotalAssets -= assets;
        _move(owner, address(0), shares);
        requests[owner].push(UnlockRequest(receiver, assets, block.timestamp));
        emit Withdraw(msg.sender, receiver, owner, assets, shares);
    }

    function _settle() private {
        if (block.timestamp == checkpointTime) return;
        (uint256 rewards, uint256 treasury) = (_userRewards(), _treasuryRewards());
        checkpointTotalAssets += rewards;
        checkpointTreasuryAssets += treasury;
        checkpointTime = block.timestamp;
        emit RewardsSettled(checkpointTime, rewards, checkpointTotalAssets);
        emit TreasurySettled(checkpointTime, treasury, checkpointTreasuryAssets);
    }

    function _userRewards() private view returns (uint256) {
        return ((rewardRate * (10000 - treasuryRatio)) / 10000) * (block.timestamp - checkpointTime);
    }

    function _treasuryRewards() private view returns (uint256) {
        return ((rewardRate * treasuryRatio) / 10000) * (block.timestamp - checkpointTime);
    }

    function _remove(UnlockRequest[] storage open, uint256 index) private {
        for (uint256 i = index + 1; i < open.length; i++) open[i - 1] = open[i];
        open.pop();
    }
}

contract PhalaClaimerLab {
    event Claimed(address indexed user, uint256 free, uint256 staked, address receiver);
    event ClaimedAndBridged(
        address indexed user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver
    );
    event Deposited(uint256 free, uint256 staked);
    event SignerSet(address indexed signer);
    event BridgeConfigUpdated(address indexed l1Bridge, address indexed l2Token, uint32 minGasLimit);

    PhaTokenLab private immutable asset;
    PhalaVaultLab private immutable vault;
    address private immutable bridge;
    mapping(address => bool) public claimed;

    constructor(PhaTokenLab asset_, PhalaVaultLab vault_, address bridge_) {
        (asset, vault, bridge) = (asset_, vault_, bridge_);
        emit SignerSet(msg.sender);
        emit BridgeConfigUpdated(bridge_, address(vault_), 200000);
    }

    // Takes the PHA of all claims; the staked part becomes shares of the vault at today's price.
    function deposit(uint256 free, uint256 staked) external {
        require(asset.transferFrom(msg.sender, address(this), free + staked));
        asset.approve(address(vault), staked);
        vault.deposit(staked, address(this));
        emit Deposited(free, staked);
    }

    function claim(address user, uint256 free, uint256 staked, address receiver) external {
        _pay(user, free, staked, receiver, receiver);
        emit Claimed(user, free, staked, receiver);
    }

    // As the real contract is called: by anybody with a signature, which nobody checks here, or by the team without one.
    function claim(address user, uint256 free, uint256 staked, address receiver, bytes calldata) external {
        _pay(user, free, staked, receiver, receiver);
        emit Claimed(user, free, staked, receiver);
    }

    function adminClaim(address user, uint256 free, uint256 staked, address receiver) external {
        _pay(user, free, staked, receiver, receiver);
        emit Claimed(user, free, staked, receiver);
    }

    function adminClaim(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver) external {
        _pay(user, free, staked, l1Receiver, bridge);
        emit ClaimedAndBridged(user, free, staked, l1Receiver, l2Receiver);
    }

    function claimAndBridge(address user, uint256 free, uint256 staked, address l1Receiver, address l2Receiver) external {
        _pay(user, free, staked, l1Receiver, bridge);
        emit ClaimedAndBridged(user, free, staked, l1Receiver, l2Receiver);
    }

    function _pay(address user, uint256 free, uint256 staked, address freeTo, address sharesTo) private {
        require(!claimed[user], "AlreadyClaimed");
        claimed[user] = true;
        if (free > 0) require(asset.transfer(freeTo, free));
        if (staked > 0) require(vault.transfer(sharesTo, staked));
    }
}

/// An account that is a contract: does what anybody tells it.
contract WalletLab {
    function execute(address to, bytes calldata data) external {
        (bool done, ) = to.call(data);
        require(done);
    }
}
